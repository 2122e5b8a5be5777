import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimsOf } from '../../../configurator/machine/claim.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const answers = {
  // libuv's translation of ERROR_SHARING_VIOLATION, and of EWOULDBLOCK.
  win32: { hold: 0x1000_0000, held: 'EBUSY' },
  darwin: { hold: 0x20, held: 'EAGAIN' },
} as const;

/** A kernel with such locks, which a process holds until it ends. */
function kernel(system: 'win32' | 'darwin') {
  const { hold, held } = answers[system];
  const holders = new Map<string, { readonly name: string; readonly file: number }>();
  return {
    process: (name: string) =>
      claimsOf(system, (path, flags, mode) => {
        if (holders.has(path) && existsSync(path)) throw Object.assign(new Error('held'), { code: held });
        const file = openSync(path, flags & ~(hold | 0x10), mode);
        if ((flags & hold) === hold) holders.set(path, { name, file });
        return file;
      }),
    end: (name: string) => {
      for (const [path, holder] of holders) {
        if (holder.name !== name) continue;
        closeSync(holder.file);
        holders.delete(path);
      }
    },
  };
}

describe.each(['win32', 'darwin'] as const)('on %s, a claim', (system) => {
  it('counts only while its process lives, even if the process id is reused', async () => {
    const { process, end } = kernel(system);
    const path = join(folder, '1__a');
    expect(process('first').create(path)).toBe(true);
    const other = process('second');
    expect(await other.isAlive(path)).toBe(true);
    expect(existsSync(path)).toBe(true);
    end('first');
    expect(await other.isAlive(path)).toBe(false);
    expect(existsSync(path), 'what a dead process has left is cleared away').toBe(false);
  });

  it('belongs to its process until that removes it', async () => {
    const claims = kernel(system).process('first');
    const path = join(folder, '1__a');
    claims.create(path);
    expect(await claims.isAlive(path)).toBe(true);
    await claims.remove(path);
    expect(existsSync(path)).toBe(false);
    expect(await claims.isAlive(path)).toBe(false);
  });

  it('that another process removed before it was locked is known to be gone', () => {
    const claims = claimsOf(system, (path, flags, mode) => {
      const file = openSync(path, flags & ~answers[system].hold, mode);
      rmSync(path);
      return file;
    });
    expect(claims.create(join(folder, '1__a'))).toBe(false);
  });
});

it('on Linux, counts by its process id and start time', async () => {
  const claims = claimsOf('linux');
  const other = join(folder, '1_12_a');
  writeFileSync(other, '');
  expect(await claims.isAlive(other), 'another process has the number by now').toBe(false);
  expect(existsSync(other)).toBe(false);
});
