import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import process from 'node:process';

const { join } = win32;

/** A person's Windows folders, under a name with accents; none of them is the real profile. */
export const home = 'C:\\Users\\Hélène';
export const roaming = join(home, 'AppData', 'Roaming');
export const local = join(home, 'AppData', 'Local');
export const program = join(roaming, 'npm', 'node_modules', 'cle-en-main', '.output', 'configurator');
export const state = join(local, 'cle-en-main', 'Data');
export const registry = 'Software\\cle-en-main-tests';
export const system32 = 'C:\\windows\\system32';

export const env: Readonly<Record<string, string>> = {
  SystemRoot: 'C:\\windows',
  SystemDrive: 'C:',
  ProgramFiles: 'C:\\Program Files',
  ProgramData: 'C:\\ProgramData',
  ComSpec: join(system32, 'cmd.exe'),
  PATH: system32,
  PATHEXT: '.COM;.EXE;.BAT;.CMD',
  USERPROFILE: home,
  APPDATA: roaming,
  LOCALAPPDATA: local,
  TEMP: join(local, 'Temp'),
  TMP: join(local, 'Temp'),
  CLE_REGISTRY: registry,
};

/** The result of one run of the command line. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the shipped `cle` in a folder. */
export function cle(
  dir: string,
  words: readonly string[],
  input = '',
  more: Readonly<Record<string, string>> = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(program, 'cle.cjs'), ...words], {
    cwd: dir,
    env: { ...env, ...more },
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

/** As `cle`, in parallel with others. */
export function cleBeside(dir: string, words: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(program, 'cle.cjs'), ...words], { cwd: dir, env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (bytes) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes) => {
      err += bytes;
    });
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

/** Runs a program of Windows itself. */
export function windows(name: string, ...words: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(join(system32, name), words, { env, encoding: 'latin1' });
  return { status, out: stdout, err: stderr };
}

export function jsonOf({ out, err }: Ran): Record<string, unknown> {
  try {
    return JSON.parse(out) as Record<string, unknown>;
  } catch {
    throw new Error(`no JSON document: ${out}${err}`);
  }
}

/** A separate project with these files: their names with `\`, their texts. */
export function project(name: string, files: Readonly<Record<string, string>>, projectFile: string): string {
  const dir = join(home, 'Mes projets', name);
  rmSync(dir, { recursive: true, force: true });
  for (const [file, text] of Object.entries({ ...files, 'cle.config.yaml': projectFile })) {
    mkdirSync(win32.dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  return dir;
}

/** The text of a project file that sets one entry in each of these files. */
export function projectFileFor(...files: readonly string[]): string {
  const targets = files.map((file) => ({ file, format: 'env', set: { KEY: 'accessKey' } }));
  return `version: 1\nenvironments:\n  homologation: ${JSON.stringify(targets)}\n`;
}

/** A key as `cle apply -` reads it; not a real one. */
export function keyJson(accessKey: string): string {
  return JSON.stringify({ environment: 'homologation', merchantId: '17626983201234', accessKey });
}

/** @throws Error that says what was expected */
export function must(holds: boolean, wanted: string, found: unknown = ''): void {
  if (!holds)
    throw new Error(`${wanted}; found: ${typeof found === 'string' ? found : JSON.stringify(found)}`);
}

/** @returns the run, which must have exited with 0 */
export function done(ran: Ran): Ran {
  must(ran.status === 0, 'status 0', `${ran.status} ${ran.out.slice(0, 1500)} ${ran.err.slice(0, 1500)}`);
  return ran;
}
