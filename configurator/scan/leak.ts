import type { KnownKey } from '../state/known-keys.ts';
import type { Sighting } from './recognise.ts';

/** Where a key was found. */
export interface Leak {
  readonly key: KnownKey;
  readonly as: Sighting['as'];
  readonly line: number;
  /** Relative to the folder that was searched, or for git to its work tree; `null` for a message, or what no commit has. */
  readonly path: string | null;
  /** `null` for a file on the disk. */
  readonly git: {
    /** The work tree. */
    readonly tree: string;
    /** The first commit that has it; `null` where it is only staged, or left over from a commit that is gone. */
    readonly commit: string | null;
    /** Of git's object. */
    readonly object: string;
  } | null;
}

/** Told how many files and objects were read so far. */
export type OnStep = (done: number) => void;
