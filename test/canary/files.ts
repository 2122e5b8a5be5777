import { type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A file to look into: its path is looked at as well, for a secret may be in a name. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Every regular file and link below a folder. What vanishes while we walk is passed over: browsers are running.
 *
 * @param changedSince leaves older files out, in milliseconds since 1970
 * @param except names of folders that are not entered
 */
export function* filesBelow(
  folder: string,
  changedSince = 0,
  except: readonly string[] = [],
): Generator<Place> {
  for (const entry of unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!except.includes(entry.name)) yield* filesBelow(path, changedSince, except);
    } else {
      const bytes = unlessGone(() => contents(path, entry, changedSince));
      if (bytes) yield { name: path, bytes };
    }
  }
}

/** The bytes of a file or the target of a link; nothing of a socket or pipe. */
function contents(path: string, entry: Dirent, changedSince: number): Buffer | undefined {
  if (entry.isSymbolicLink()) return Buffer.from(readlinkSync(path));
  if (!entry.isFile() || lstatSync(path).ctimeMs < changedSince) return undefined;
  return readFileSync(path);
}

function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
