import { posix, win32 } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';

/**
 * Checks by its letters alone that a path of the project file stays inside the project's folder. What symbolic links
 * make of it is checked where the file is opened.
 *
 * @returns the path in its shortest spelling, with `/`
 * @throws Refusal `path-outside-project`: absolute on any system, or with `..` that leaves
 */
export function insidePath(file: string): string {
  const path = posix.normalize(file.replaceAll('\\', '/'));
  const leaves = path === '..' || path.startsWith('../');
  // A Windows drive without a slash (`C:x`) is relative for `isAbsolute`, yet leaves.
  const absolute = posix.isAbsolute(path) || win32.isAbsolute(file) || /^[a-z]:/i.test(file);
  if (leaves || absolute || path.includes('\0')) throw new Refusal('path-outside-project', { file });
  return path;
}
