import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../../../configurator/build.ts';
import { registryOfTests } from '../../../e2e/harness/workspace.ts';
import { keyJson } from '../../sandbox.ts';

/** One finding of `cle doctor --json`. */
export interface ToldFinding {
  readonly code: string;
  readonly level: 'problem' | 'note';
  readonly repairable: boolean;
  readonly message: string;
  readonly next: string;
}

/** The shipped program, connected to two browsers and with one project, as on a person's disk. */
export class Installation {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'cle-doctor-')));
  readonly home = join(this.root, 'home');
  readonly state = join(this.home, 'state');
  readonly program = join(this.root, 'program');
  readonly project = join(this.root, 'shop');
  readonly launcher = join(this.state, 'host/cle_en_main');
  readonly manifest = join(this.home, '.config/chromium/NativeMessagingHosts/cle_en_main.json');
  readonly firefoxManifest = join(this.home, '.mozilla/native-messaging-hosts/cle_en_main.json');

  /** @param accessKey is installed in the project, so that a search for leaks has something to find */
  static async make(accessKey: string): Promise<Installation> {
    const made = new Installation();
    await bundle(made.program);
    mkdirSync(made.home);
    mkdirSync(made.project);
    writeFileSync(join(made.project, '.env'), 'KEY=before\n', { mode: 0o600 });
    writeFileSync(
      join(made.project, 'cle.config.yaml'),
      'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n',
    );
    made.must(['connect', '--browser', 'chromium', '--yes']);
    made.must(['connect', '--browser', 'firefox', '--yes']);
    made.must(['init', '--yes']);
    made.must(['apply', '-', '--yes'], keyJson(accessKey));
    cpSync(made.root, `${made.root}-as-made`, { recursive: true });
    return made;
  }

  /** Puts everything back as it was made, at the same place. */
  restore(): void {
    rmSync(this.root, { recursive: true });
    cpSync(`${this.root}-as-made`, this.root, { recursive: true });
  }

  remove(): void {
    for (const folder of [this.root, `${this.root}-as-made`])
      rmSync(folder, { recursive: true, force: true });
  }

  /** Runs the program without a terminal. Its environment has only the folders and paths. */
  cle(words: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [join(this.program, 'cle.cjs'), ...words], {
      cwd: this.root,
      env: {
        HOME: this.home,
        CLE_HOME: this.state,
        CLE_REGISTRY: registryOfTests,
        PATH: '/usr/bin:/bin',
        ...env,
      },
      input,
      encoding: 'utf8',
    });
  }

  doctor(...flags: readonly string[]): { status: number | null; ok: boolean; findings: ToldFinding[] } {
    const { status, stdout, stderr } = this.cle(['doctor', '--json', ...flags]);
    if (stderr !== '') throw new Error(stderr);
    return { status, ...JSON.parse(stdout) };
  }

  /** Moves the project away, as a person does who renames its folder. */
  moveProject(): void {
    renameSync(this.project, `${this.root}/elsewhere`);
  }

  private must(words: readonly string[], input = ''): void {
    const { status, stderr } = spawnSync(process.execPath, [join(this.program, 'cle.cjs'), ...words], {
      cwd: this.project,
      env: { HOME: this.home, CLE_HOME: this.state, CLE_REGISTRY: registryOfTests, PATH: '/usr/bin:/bin' },
      input,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`cle ${words.join(' ')}: ${stderr}`);
  }
}
