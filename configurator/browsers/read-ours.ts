import { errnoOf } from '../disk/errno.ts';
import type { Files, FoundFile } from './machine.ts';

/** A file as it was found; why it cannot be read; `undefined` where there is none. */
export async function readOurs(
  path: string,
  files: Files,
): Promise<FoundFile | { readonly reason: string } | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    return { reason: errnoOf(error) };
  }
}
