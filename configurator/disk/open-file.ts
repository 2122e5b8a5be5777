import { chmodSync, chownSync, fchmodSync, fchownSync } from 'node:fs';
import process, { platform } from 'node:process';

/** An open file, and the path by which it was opened. */
export interface OpenFile {
  readonly file: number;
  readonly path: string;
}

/** Sets the permissions of an open file. */
export function chmod({ file, path }: OpenFile, mode: number): void {
  if (isGuarded()) chmodSync(pathTo(file, path), mode);
  else fchmodSync(file, mode);
}

/** Sets owner and group of an open file. */
export function chown({ file, path }: OpenFile, uid: number, gid: number): void {
  if (isGuarded()) chownSync(pathTo(file, path), uid, gid);
  else fchownSync(file, uid, gid);
}

/** Under its permission model, which the host is started with, Node changes no rights by an open file. */
export function isGuarded(): boolean {
  return 'permission' in process && process.permission !== undefined;
}

/** Linux has a path that leads to the open file itself, whatever has the other path by now. */
export function pathTo(file: number, path: string): string {
  return platform === 'linux' ? `/proc/self/fd/${file}` : path;
}
