import { posix, win32 } from 'node:path';
import type { Machine, System } from '../../../../configurator/native-host/browsers/machine.ts';

/** A machine in memory: its files with their modes, its folders, the (Default) values of its registry. */
export interface FakeMachine extends Machine {
  readonly texts: Map<string, { text: string; mode: number }>;
  readonly folders: Set<string>;
  readonly keys: Map<string, string>;
}

const homes: Record<System, string> = {
  linux: '/home/zoé',
  darwin: '/Users/zoé',
  win32: 'C:\\Users\\Zoé Le Gall',
};

/** @param there files and folders that exist from the start */
export function fakeMachine(
  system: System,
  there: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): FakeMachine {
  const { dirname } = system === 'win32' ? win32 : posix;
  const texts: FakeMachine['texts'] = new Map();
  const folders = new Set<string>();
  const keys: FakeMachine['keys'] = new Map();
  const addFolder = (path: string): string[] => {
    if (folders.has(path) || dirname(path) === path) return [];
    const made = [...addFolder(dirname(path)), path];
    folders.add(path);
    return made;
  };
  for (const path of [homes[system], ...there]) addFolder(path);
  const below = (folder: string) =>
    [...texts.keys(), ...folders].filter((path) => path !== folder && dirname(path) === folder);
  return {
    system,
    home: homes[system],
    env,
    texts,
    folders,
    keys,
    files: {
      exists: async (path) => texts.has(path) || folders.has(path),
      read: async (path) => texts.get(path),
      rightsOf: async (path) => texts.get(path) ?? (folders.has(path) ? { mode: 0o700 } : undefined),
      list: async (folder) => below(folder).map((path) => path.slice(folder.length + 1)),
      write: async (path, text, mode) => {
        if (!folders.has(dirname(path))) throw Object.assign(new Error('no folder'), { code: 'ENOENT' });
        texts.set(path, { text, mode });
      },
      makeFolder: async (path) => addFolder(path),
      remove: async (path) => void texts.delete(path),
      removeEmptyFolder: async (path) => void (below(path).length === 0 && folders.delete(path)),
    },
    registry: {
      read: async (key) => keys.get(key),
      write: async (key, value) => void keys.set(key, value),
      remove: async (key) => void keys.delete(key),
    },
  };
}
