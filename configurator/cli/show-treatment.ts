import type { ConnectionChange } from '../browsers/connect.ts';
import type { Treatment } from '../doctor/repair.ts';
import { showEntry } from './show-entry.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

export function isEmpty({ steps, connections }: Treatment): boolean {
  return steps.length === 0 && connections.every(({ changes }) => changes.every(isUnchanged));
}

function isUnchanged({ change }: ConnectionChange): boolean {
  return change === 'unchanged';
}

/** Prints what a repair will do. */
export function showTreatment({ steps, connections }: Treatment, terminal: Terminal): void {
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
  // Browsers share the launcher.
  const changes = new Map(
    connections.flatMap((each) => each.changes.map((change) => [change.entry.place, change] as const)),
  );
  for (const each of changes.values()) if (!isUnchanged(each)) showEntry(each.entry, each.change, terminal);
}
