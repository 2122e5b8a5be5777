import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { errnoOf } from '../disk/errno.ts';

/**
 * Follows a symbolic link of a tree to the file that it means.
 *
 * @param root its own symbolic links resolved
 * @returns the file relative to the root, with `/`; `outside` where it leads out of the tree; `undefined` where it leads to
 *   no file: nowhere, in a circle, to a folder
 */
export async function followLink(root: string, link: string): Promise<string | 'outside' | undefined> {
  try {
    const path = await realpath(join(root, link));
    if (!(await stat(path)).isFile()) return undefined;
    const inside = relative(root, path).split(sep).join('/');
    return inside.startsWith('../') ? 'outside' : inside;
  } catch (error) {
    errnoOf(error);
    return undefined;
  }
}
