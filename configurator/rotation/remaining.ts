import type { KeySummary } from '../../shared/wire.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import type { Project } from '../project/project.ts';
import { scanFor } from '../scan/scan.ts';
import { knownKeys } from '../state/known-keys.ts';

/** Where an old key still stands: in the files on the disk, and in git's history. */
export interface Remaining {
  readonly path: string | null;
  readonly line: number;
  readonly commit: string | null;
}

/** Searches a project for the old key, and prints where it still stands. */
export async function showRemaining(
  project: Project,
  old: KeySummary,
  terminal: Terminal,
): Promise<Remaining[]> {
  const { print, paint, language } = terminal;
  const { secret, keys } = await knownKeys();
  const known = { secret, keys: keys.filter(({ fingerprint }) => fingerprint === old.fingerprint) };
  const { leaks } = await scanFor(known, project.dir);
  const remaining = leaks.map(({ path, line, git }) => ({ path, line, commit: git?.commit ?? null }));
  const key = remaining.length === 0 ? 'rotation-nowhere' : 'rotation-remaining';
  print(tell(key, language, { masked: old.masked }));
  for (const { path, line, commit } of remaining) {
    print(paint('yellow', `  ${[commit, path].filter(Boolean).join(':')}:${line}`));
  }
  return remaining;
}
