import { chmod as chmodPath, chown as chownPath, type FileHandle } from 'node:fs/promises';
import process, { platform } from 'node:process';

/** An open file, and the path by which it was opened. */
interface OpenFile {
  readonly file: FileHandle;
  readonly path: string;
}

/** Sets the permissions of an open file. */
export async function chmod({ file, path }: OpenFile, mode: number): Promise<void> {
  await (isGuarded() ? chmodPath(pathTo(file, path), mode) : file.chmod(mode));
}

/** Sets owner and group of an open file. */
export async function chown({ file, path }: OpenFile, uid: number, gid: number): Promise<void> {
  await (isGuarded() ? chownPath(pathTo(file, path), uid, gid) : file.chown(uid, gid));
}

/** Under its permission model, which the host is started with, Node changes no rights by an open file. */
function isGuarded(): boolean {
  return 'permission' in process && process.permission !== undefined;
}

/** Linux has a path that leads to the open file itself, whatever has the other path by now. */
function pathTo({ fd }: FileHandle, path: string): string {
  return platform === 'linux' ? `/proc/self/fd/${fd}` : path;
}
