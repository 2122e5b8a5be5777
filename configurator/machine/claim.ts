import { closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { kill, platform } from 'node:process';
import { removeIfThere } from './files.ts';
import { errnoOf, rethrowUnlessSystemError } from './system-error.ts';

/**
 * A file that counts for as long as the process lives that put it up. It ends in the number of that process, its mark
 * (`processMark`) and something random, with `_` between: no two ever have the same name.
 */
export interface Claims {
  /** @returns whether it is there now: another process may have taken it for that of a dead one, where it was not locked yet */
  putUp(path: string): boolean;
  takeDown(path: string): Promise<void>;
  /** Whether the process lives whose claim it is. The claim of a dead one is removed. */
  isAlive(path: string): Promise<boolean>;
}

const { O_CREAT, O_EXCL, O_NONBLOCK, O_RDONLY, O_RDWR } = constants;

/**
 * How a file is opened such that no other process can while this one lives: the flags of open(2) on macOS, those that libuv has
 * for the share mode of Windows. Node passes a number on as it is. Sources: <sys/fcntl.h>, libuv's `uv/win.h`.
 */
const locks: Partial<Record<NodeJS.Platform, { readonly hold: number; readonly probe: number }>> = {
  win32: { hold: 0x1000_0000, probe: 0 },
  darwin: { hold: 0x20, probe: 0x10 | (O_NONBLOCK ?? 0) },
};

type Open = (path: string, flags: number, mode?: number) => number;

/** How this system tells the claims of the living from those of the dead. */
export function claimsOf(system: NodeJS.Platform = platform, open: Open = openSync): Claims {
  const lock = locks[system];
  return lock ? byOpenFile(lock, system, open) : byProcess;
}

const isNew = O_CREAT | O_EXCL | O_RDWR;

const byProcess: Claims = {
  putUp(path) {
    closeSync(openSync(path, isNew, 0o600));
    return true;
  },
  takeDown: removeIfThere,
  async isAlive(path) {
    const [holder, mark] = basename(path).split('_').slice(-3);
    if (mark !== undefined && processMark(Number(holder)) === mark) return true;
    await removeIfThere(path);
    return false;
  },
};

/** A number of a process is given again; what a process holds open, its system closes with it. */
function byOpenFile({ hold, probe }: { hold: number; probe: number }, system: NodeJS.Platform, open: Open) {
  const files = new Map<string, number>();
  const letGo = (path: string) => {
    const file = files.get(path);
    if (file !== undefined) closeSync(file);
    files.delete(path);
  };
  const claims: Claims = {
    putUp(path) {
      files.set(path, open(path, isNew | hold, 0o600));
      return existsSync(path);
    },
    async takeDown(path) {
      letGo(path);
      await removeIfThere(path);
    },
    async isAlive(path) {
      if (files.has(path)) return true;
      const file = probed(path, probe, open);
      if (typeof file !== 'number') return file === 'held';
      // On macOS, who makes a file locks it a moment later: removed while it is open here, it is gone when that one looks. On
      // Windows both are one step, and a file that is open is not removed.
      if (system === 'win32') closeSync(file);
      await removeIfThere(path);
      if (system !== 'win32') closeSync(file);
      return false;
    },
  };
  return claims;
}

/** The open file of a claim that nobody holds. */
function probed(path: string, flags: number, open: Open): number | 'held' | 'gone' {
  try {
    return open(path, O_RDONLY | flags);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return 'gone';
    // EBUSY and EAGAIN say that it is held; the others, on Windows, that it is just being removed.
    if (['EBUSY', 'EAGAIN', 'EPERM', 'EACCES', 'UNKNOWN'].includes(code)) return 'held';
    throw error;
  }
}

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
    rethrowUnlessSystemError(error);
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
