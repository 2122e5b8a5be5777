import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { receipts } from '../../machine/records/journal.ts';
import type { KnownKey } from '../../machine/records/known-keys.ts';
import type { Sighting } from '../../machine/records/recognise.ts';
import { registeredProjects } from '../../machine/records/registry.ts';
import { rethrowUnlessSystemError } from '../../machine/system-error.ts';

/** A place where a key was found. */
export interface Leak {
  readonly key: KnownKey;
  readonly as: Sighting['as'];
  readonly line: number;
  /** Relative to the searched folder, or for git to the work tree; `null` for a commit message, or an unreachable object. */
  readonly path: string | null;
  /** `null` for a file on the disk. */
  readonly git: {
    /** The work tree. */
    readonly tree: string;
    /** The first commit that has it; `null` where it is only staged, or left from a deleted commit. */
    readonly commit: string | null;
    /** The id of the git object. */
    readonly object: string;
  } | null;
}

/** The progress of a search. */
export interface Progress {
  /** How many files and objects were read so far. */
  readonly done: number;
  /** How many there are, as far as is known beforehand. */
  readonly all: number;
  /** How many bytes were read so far. */
  readonly bytes: number;
}

/** Called after each file and object. */
export type OnStep = (progress: Progress) => void;

/**
 * @returns a function that tells whether a key is where it was last installed, and so belongs there
 *
 * @throws Refusal `state-…`
 */
export async function isInstalled(folder: string): Promise<(leak: Leak) => boolean> {
  const folders = new Map((await registeredProjects()).map(({ id, dir }) => [id, dir]));
  const holders = new Map<string, string>();
  for (const { project, key, targets } of await receipts()) {
    for (const { file } of targets) {
      const path = real(join(folders.get(project) ?? '', file));
      // The latest receipt comes first; a file may hold a key of each environment.
      const place = `${path} ${key.environment}`;
      if (!holders.has(place)) holders.set(place, key.fingerprint);
    }
  }
  return ({ key, path, git }) =>
    git === null &&
    path !== null &&
    holders.get(`${real(join(folder, path))} ${key.environment}`) === key.fingerprint;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return path;
  }
}
