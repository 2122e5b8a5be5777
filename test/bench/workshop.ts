import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const cle = resolve(import.meta.dirname, '../../.output/configurator/cle.cjs');

/** A throwaway folder with a project in it and a state folder of its own. */
export interface Workshop {
  readonly dir: string;
  /** The environment that keeps `cle` inside the folder. */
  readonly env: NodeJS.ProcessEnv;
  write(file: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const root = await mkdtemp(join(tmpdir(), 'cle-bench-'));
  const dir = join(root, 'project');
  await mkdir(dir);
  return {
    dir,
    env: { ...process.env, HOME: root, CLE_HOME: join(root, 'state'), NO_COLOR: '1' },
    async write(file, text) {
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await writeFile(join(dir, file), text);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A value like a key's: 20 letters and digits. */
export function randomValue(): string {
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('');
}

/** A new key, as `cle apply -` reads it. */
export function randomKey(): string {
  const merchantId = '17626983201234';
  const reference = randomBytes(8).toString('hex');
  return JSON.stringify({ environment: 'homologation', merchantId, reference, accessKey: randomValue() });
}

/** The arguments of `node` that install a key from standard input. */
export function applyCommand(dir: string): [string, ...string[]] {
  return [process.execPath, cle, 'apply', '-', '--project', dir, '--yes'];
}
