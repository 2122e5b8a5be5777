import type { Treatment } from '../doctor/repair.ts';
import { showEntry } from './show-entry.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

export function isEmpty({ steps, changes }: Treatment): boolean {
  return steps.length === 0 && changes.every(({ change }) => change === 'unchanged');
}

/** Prints what a repair will do. */
export function showTreatment({ steps, changes }: Treatment, terminal: Terminal): void {
  const { print, paint, language } = terminal;
  print(tell('doctor-will', language));
  for (const step of steps) {
    const text =
      step.kind === 'unregister'
        ? tell('doctor-unregister', language, { dir: step.dir })
        : step.kind === 'chmod'
          ? `chmod ${step.mode} ${step.path}`
          : step.path;
    print(paint(step.kind === 'chmod' ? 'yellow' : 'red', `${step.kind === 'chmod' ? '~' : '-'} ${text}`));
  }
  for (const { entry, change } of changes) if (change !== 'unchanged') showEntry(entry, change, terminal);
}
