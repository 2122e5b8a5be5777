import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import { readState } from '../../../configurator/machine/state-folder.ts';
import { canary } from '../../extension/key.ts';
import { cleAsOrdinaryUser, mustBeRoot, nobody } from '../ordinary-user.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

/** Neither this user nor `nobody`. */
const stranger = 1001;

let box: Sandbox;
let state: string;
beforeEach(() => {
  box = makeSandbox();
  state = box.env['CLE_HOME'] ?? '';
  box.put(
    'cle.config.yaml',
    'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n',
  );
  box.put('.env', 'KEY=former\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

async function refusal(...words: string[]): Promise<unknown> {
  const ran = await box.cle([...words, '--project', box.project, '--json'], { input: keyJson(canary) });
  const { code, params } = jsonOf(ran);
  expect(box.read('.env')).toBe('KEY=former\n');
  return [ran.status, code, params];
}

const apply = () => refusal('apply', '-', '--yes');

/** A state folder in use, with files of this user. */
async function begin(): Promise<void> {
  await box.cle(['init'], {});
  await box.cle(['apply', '-', '--project', box.project, '--yes'], { input: keyJson(canary) });
  await box.cle(['undo', '--project', box.project, '--yes']);
  expect(box.read('.env')).toBe('KEY=former\n');
}

describe('the state folder', () => {
  it('is refused by name if others may change it', async () => {
    mkdirSync(state);
    for (const mode of [0o770, 0o707, 0o777, 0o1777]) {
      chmodSync(state, mode);
      const digits = (mode & 0o777).toString(8);
      expect(await apply()).toEqual([3, 'state-exposed', { file: state, mode: digits }]);
    }
    chmodSync(state, 0o755);
    expect((await box.cle(['status', '--project', box.project])).status).toBe(0);
  });

  it('is refused by name if it is a link, even to a folder of this user', async () => {
    mkdirSync(join(box.root, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(box.root, 'elsewhere'), state);
    expect(await apply()).toEqual([3, 'state-linked', { file: state }]);
  });

  it('is refused for one file in it that others may change, or that is a link', async () => {
    await begin();
    const planted = [
      join(state, 'allowed.json'),
      join(state, 'commits', 'x.json'),
      join(state, 'trees', 'x'),
    ];
    for (const path of planted) {
      mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
      for (const mode of [0o620, 0o602, 0o666]) {
        writeFileSync(path, '{}');
        chmodSync(path, mode);
        expect(await apply()).toEqual([3, 'state-exposed', { file: path, mode: mode.toString(8) }]);
      }
      rmSync(path);
      symlinkSync('/dev/null', path);
      expect(await apply()).toEqual([3, 'state-linked', { file: path }]);
      rmSync(path);
    }
  });
});

describe('a file of the state folder', () => {
  it('is checked again when it is opened, as it may be newer than the check of the folder', async () => {
    mkdirSync(state, { mode: 0o700 });
    const file = join(state, 'allowed.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0o666);
    await expect(readState('allowed.json')).rejects.toMatchObject({
      code: 'state-exposed',
      params: { file },
    });
    rmSync(file);
    writeFileSync(join(box.root, 'own.json'), '{}', { mode: 0o600 });
    symlinkSync(join(box.root, 'own.json'), file);
    await expect(readState('allowed.json')).rejects.toMatchObject({ code: 'state-linked', params: { file } });
  });
});

describe('what another user prepared', () => {
  let bundled: string;
  let workshop: Sandbox;
  beforeAll(async () => {
    mustBeRoot();
    workshop = makeSandbox();
    chmodSync(workshop.root, 0o755);
    bundled = join(workshop.root, 'bundle');
    await bundle(bundled);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    workshop.remove();
  });

  it('is refused as a state folder, for root too', async () => {
    mkdirSync(state, { mode: 0o755 });
    chownSync(state, stranger, stranger);
    expect(await apply()).toEqual([3, 'state-foreign', { file: state }]);
  });

  it('is refused as a file anywhere in the state folder', async () => {
    await begin();
    for (const name of ['allowed.json', 'journal.jsonl', 'backups', 'trees', 'locks/1_1_0']) {
      const path = join(state, name);
      mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
      if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600 });
      chownSync(path, stranger, stranger);
      expect(await apply()).toEqual([3, 'state-foreign', { file: path }]);
      chownSync(path, 0, 0);
    }
  });

  /** As `nobody`, in a folder where another user put a project file and a state folder. */
  function asNobody(dir: string, home: string, ...words: string[]) {
    // The variables of sudo count only for root.
    const env = { ...box.env, CLE_HOME: home, SUDO_UID: String(stranger) };
    const { status, stdout } = cleAsOrdinaryUser(bundled, [...words, '--json'], {
      input: keyJson(canary),
      env,
      dir,
    });
    return { status, ...(JSON.parse(stdout) as object) };
  }

  it('runs no command of another user through a state folder that allows it', () => {
    chmodSync(box.root, 0o755);
    chmodSync(box.home, 0o755);
    const ran = join(box.root, 'ran');
    box.put(
      'cle.config.yaml',
      `version: 1\nenvironments: { homologation: [{ command: [/bin/sh, -c, "cat > ${ran}"], stdin: authorization }] }\n`,
      0o644,
    );
    mkdirSync(state, { mode: 0o777 });
    writeFileSync(join(state, 'allowed.json'), '{"version":1,"files":{}}');
    for (const path of [state, join(state, 'allowed.json')]) {
      chmodSync(path, 0o777);
      chownSync(path, stranger, stranger);
    }
    const done = asNobody(box.project, state, 'apply', '-', '--yes');
    expect(done).toMatchObject({ status: 3, code: 'state-foreign', params: { file: state } });
  });

  it('is refused as a project file in a parent folder', async () => {
    chmodSync(box.root, 0o755);
    const shop = join(box.project, 'mine', 'deeper');
    mkdirSync(shop, { recursive: true });
    const file = join(box.project, 'cle.config.yaml');
    const own = join(box.root, 'state-of-nobody');
    mkdirSync(own, { mode: 0o700 });
    for (const path of [own, shop, box.home]) chownSync(path, nobody, nobody);
    const status = () => asNobody(shop, own, 'status');
    const foreign = { status: 3, code: 'project-foreign', params: { file } };
    const owners: [folder: number, file: number, mode: number, fileMode: number][] = [
      [stranger, stranger, 0o755, 0o644],
      [nobody, stranger, 0o755, 0o644],
      [stranger, nobody, 0o755, 0o644],
      [nobody, nobody, 0o777, 0o644],
      [nobody, nobody, 0o755, 0o646],
    ];
    for (const [folderOwner, fileOwner, mode, fileMode] of owners) {
      chownSync(box.project, folderOwner, folderOwner);
      chmodSync(box.project, mode);
      chownSync(file, fileOwner, fileOwner);
      chmodSync(file, fileMode);
      expect(status(), [folderOwner, fileOwner, mode.toString(8), fileMode.toString(8)].join()).toMatchObject(
        foreign,
      );
    }
    chmodSync(file, 0o644);
    expect(status()).toMatchObject({ status: 0 });
  });

  it('is refused as a project file in a parent folder for root, except through sudo from that user', async () => {
    const shop = join(box.project, 'deeper');
    mkdirSync(shop);
    for (const path of [box.project, join(box.project, 'cle.config.yaml')])
      chownSync(path, stranger, stranger);
    const status = async () => jsonOf(await box.cle(['status', '--project', shop, '--json']))['code'];
    expect(await status()).toBe('project-foreign');
    vi.stubEnv('SUDO_UID', String(stranger));
    expect(await status()).toBeUndefined();
  });
});
