import type { FoundFile, Machine } from '../browsers/machine.ts';
import { errnoOf } from '../disk/errno.ts';

/** A file as it was found; why it cannot be read; `undefined` where there is none. */
export async function readOurs(
  path: string,
  { files }: Machine,
): Promise<FoundFile | { readonly reason: string } | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    return { reason: errnoOf(error) };
  }
}

const writableByOthers = 0o022;

/** The mode in digits, where others than its owner may change a file; `undefined` where not, or where modes say nothing. */
export function openMode(mode: number, { system }: Machine): string | undefined {
  return system !== 'win32' && (mode & writableByOthers) !== 0 ? digits(mode) : undefined;
}

export function digits(mode: number): string {
  return mode.toString(8).padStart(3, '0');
}
