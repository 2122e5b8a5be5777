import { closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { kill, platform } from 'node:process';
import { removeIfThere } from './files.ts';
import { errnoOf, rethrowUnlessSystemError } from './system-error.ts';

/**
 * A claim: a file that counts for as long as the process that created it lives. Its name ends in that process's id, its
 * mark (`processMark`) and random characters, joined by `_`, so no two claims ever have the same name.
 */
export interface Claims {
  /** @returns whether the file is there: before it was locked, another process may have removed it as a dead process's */
  create(path: string): boolean;
  remove(path: string): Promise<void>;
  /** Whether the claim's process is alive. The claim of a dead process is removed. */
  isAlive(path: string): Promise<boolean>;
}

const { O_CREAT, O_EXCL, O_NONBLOCK, O_RDONLY, O_RDWR } = constants;

/**
 * Flags that open a file so that no other process can while this one lives: those of open(2) on macOS, and libuv's for
 * the share mode of Windows. Node passes a number through unchanged. Sources: <sys/fcntl.h>, libuv's `uv/win.h`.
 */
const locks: Partial<Record<NodeJS.Platform, { readonly hold: number; readonly probe: number }>> = {
  win32: { hold: 0x1000_0000, probe: 0 },
  darwin: { hold: 0x20, probe: 0x10 | (O_NONBLOCK ?? 0) },
};

type Open = (path: string, flags: number, mode?: number) => number;

/** The way in which this system tells the claims of living processes from those of dead ones. */
export function claimsOf(system: NodeJS.Platform = platform, open: Open = openSync): Claims {
  const lock = locks[system];
  return lock ? byOpenFile(lock, system, open) : byProcess;
}

const isNew = O_CREAT | O_EXCL | O_RDWR;

const byProcess: Claims = {
  create(path) {
    closeSync(openSync(path, isNew, 0o600));
    return true;
  },
  remove: removeIfThere,
  async isAlive(path) {
    const [holder, mark] = basename(path).split('_').slice(-3);
    if (mark !== undefined && processMark(Number(holder)) === mark) return true;
    await removeIfThere(path);
    return false;
  },
};

/** Where process ids are reused without a start time to tell them apart: the system closes a file when its process ends. */
function byOpenFile({ hold, probe }: { hold: number; probe: number }, system: NodeJS.Platform, open: Open) {
  const files = new Map<string, number>();
  const close = (path: string) => {
    const file = files.get(path);
    if (file !== undefined) closeSync(file);
    files.delete(path);
  };
  const claims: Claims = {
    create(path) {
      files.set(path, open(path, isNew | hold, 0o600));
      return existsSync(path);
    },
    async remove(path) {
      close(path);
      await removeIfThere(path);
    },
    async isAlive(path) {
      if (files.has(path)) return true;
      const file = probed(path, probe, open);
      if (typeof file !== 'number') return file === 'held';
      // On macOS a process locks its file a moment after creating it. If the file is removed while it is open here, that
      // process will see that it is gone. On Windows both are one step, and an open file cannot be removed.
      if (system === 'win32') closeSync(file);
      await removeIfThere(path);
      if (system !== 'win32') closeSync(file);
      return false;
    },
  };
  return claims;
}

/** Opens a claim's file. @returns the descriptor where no process holds it */
function probed(path: string, flags: number, open: Open): number | 'held' | 'gone' {
  try {
    return open(path, O_RDONLY | flags);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return 'gone';
    // EBUSY and EAGAIN mean that it is held; the others, on Windows, that it is just being removed.
    if (['EBUSY', 'EAGAIN', 'EPERM', 'EACCES', 'UNKNOWN'].includes(code)) return 'held';
    throw error;
  }
}

/**
 * Tells a process from a later one with the same id.
 *
 * @returns on Linux its start time, in the kernel's ticks; elsewhere an empty text; `undefined` where no such process
 *   runs, or only a zombie
 */
export function processMark(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return undefined;
  if (platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): field 2, the name in brackets, may contain spaces and brackets; field 3 is the state, 22 the start time.
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
