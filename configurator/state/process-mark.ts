import { readFileSync } from 'node:fs';
import { kill, platform } from 'node:process';
import { errnoOf } from '../disk/errno.ts';

/**
 * Tells a process from a later one of the same number.
 *
 * @returns on Linux when it started, in the kernel's ticks; elsewhere an empty text; `undefined` where none runs,
 *   which a killed process that nobody has waited for does not either
 */
export function processMark(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return undefined;
  if (platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the second field, the name in brackets, may hold blanks and brackets; state is field 3, start field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch (error) {
    errnoOf(error);
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}
