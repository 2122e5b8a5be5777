import { readFileSync } from 'node:fs';
import { platform } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';
import type { GuardedFile } from './git-guard.ts';

/**
 * Refuses files that are mounted by themselves, as containers mount single files: nothing can be renamed over one.
 *
 * @throws Refusal `file-mounted`
 */
export async function refuseMountPoints(files: readonly GuardedFile[]): Promise<void> {
  if (platform !== 'linux') return;
  const mounted = mountPoints(readMounts());
  const culprit = files.find(({ path }) => mounted.has(path));
  if (culprit) throw new Refusal('file-mounted', { file: culprit.file });
}

/** The paths of a process's mounts; proc(5): the fifth field, blanks and backslashes as three octal digits. */
export function mountPoints(mountinfo: string): Set<string> {
  const plain = (text: string) =>
    text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return new Set(mountinfo.split('\n').map((line) => plain(line.split(' ')[4] ?? '')));
}

/** Where the system does not say, a rename that fails says it, and everything is put back. */
function readMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch (error) {
    errnoOf(error);
    return '';
  }
}
