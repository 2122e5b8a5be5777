import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cle } from './built.ts';

/** A throwaway folder with a project and a state folder. */
export interface Workshop {
  readonly dir: string;
  /** The state folder. */
  readonly state: string;
  /** The environment that keeps `cle` inside the folder. */
  readonly env: NodeJS.ProcessEnv;
  write(file: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const root = await mkdtemp(join(tmpdir(), 'cle-workshop-'));
  const dir = join(root, 'project');
  const state = join(root, 'state');
  await mkdir(dir);
  return {
    dir,
    state,
    env: { ...process.env, HOME: root, CLE_HOME: state, NO_COLOR: '1' },
    async write(file, text) {
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await writeFile(join(dir, file), text);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** The arguments of `node` that install a key from standard input. */
export function applyCommand(dir: string): [string, ...string[]] {
  return [process.execPath, cle, 'apply', '-', '--project', dir, '--yes'];
}
