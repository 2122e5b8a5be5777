import { chmod } from 'node:fs/promises';
import type { Browser } from '../browsers/browsers.ts';
import { type ConnectionChange, connect, planConnection } from '../browsers/connect.ts';
import type { Launch } from '../browsers/launcher.ts';
import type { Machine } from '../browsers/machine.ts';
import { removeIfThere } from '../disk/remove-if-there.ts';
import { withLock } from '../state/lock.ts';
import { removeRegisteredProject } from '../state/registry.ts';
import { usingState } from '../state/using-state.ts';
import { browsersToConnect, type Diagnosis, problemsIn } from './diagnose.ts';
import type { Repair } from './finding.ts';

/** All that `--fix` will do, to be shown first. */
export interface Treatment {
  /** One after the other, before anything is connected. */
  readonly steps: readonly Exclude<Repair, { kind: 'connect' }>[];
  readonly browsers: readonly Browser[];
  /** What connecting them will write. */
  readonly changes: readonly ConnectionChange[];
}

/** Says what would be done about the problems of a diagnosis. Reads only. */
export async function planTreatment(
  diagnosis: Diagnosis,
  launch: Launch,
  machine: Machine,
): Promise<Treatment> {
  const repairs = problemsIn(diagnosis).flatMap((found) => found.repairs);
  const steps = repairs.filter((repair) => repair.kind !== 'connect');
  const browsers = repairs.some(({ kind }) => kind === 'connect') ? browsersToConnect(diagnosis) : [];
  const gone = steps.flatMap((step) => (step.kind === 'remove' ? step.path : []));
  const planned = await planConnection(browsers, launch, machine);
  const changes = planned.map(
    (each): ConnectionChange => (gone.includes(each.entry.place) ? { ...each, change: 'changed' } : each),
  );
  return { steps: unique(steps), browsers, changes };
}

function unique<T>(steps: readonly T[]): T[] {
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}

/** @throws Refusal `state-failed`, `connect-failed`, `busy` where a step cannot be done; those before it are done */
export async function treat(
  { steps, browsers, changes }: Treatment,
  launch: Launch,
  machine: Machine,
): Promise<void> {
  for (const step of steps) await perform(step);
  if (browsers.length > 0) await connect(browsers, changes, launch, machine);
}

async function perform(step: Treatment['steps'][number]): Promise<void> {
  switch (step.kind) {
    case 'chmod':
      return usingState(step.path, () => chmod(step.path, Number.parseInt(step.mode, 8)));
    case 'remove':
      return usingState(step.path, () => removeIfThere(step.path));
    case 'unregister':
      return withLock((lock) => removeRegisteredProject(step.dir, lock));
  }
}
