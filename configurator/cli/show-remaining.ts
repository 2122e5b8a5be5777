import type { Remaining } from '../rotation/remaining.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** Prints where an old key still is. */
export function showRemaining(
  { places, projects }: Remaining,
  masked: string,
  { print, paint, language }: Terminal,
): void {
  const isNowhere = places.length + projects.length === 0;
  print(tell(isNowhere ? 'rotation-nowhere' : 'rotation-remaining', language, { masked }));
  for (const { path, line, commit } of places) {
    print(paint('yellow', `  ${[commit, path].filter(Boolean).join(':')}:${line}`));
  }
  for (const name of projects) print(paint('yellow', `  ${tell('rotation-elsewhere', language, { name })}`));
}
