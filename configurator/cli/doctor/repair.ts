import { chmod } from 'node:fs/promises';
import { removeIfThere } from '../../machine/files.ts';
import { keepFromOthers } from '../../machine/identity/readers.ts';
import { withLock } from '../../machine/lock.ts';
import { removeRegisteredProject } from '../../machine/records/registry.ts';
import { usingState } from '../../machine/state-folder.ts';
import type { Browser } from '../../native-host/browsers/browsers.ts';
import { type ConnectionChange, connect, planConnection } from '../../native-host/browsers/connect.ts';
import type { Launch } from '../../native-host/browsers/launcher.ts';
import type { Machine } from '../../native-host/browsers/machine.ts';
import { browsersToConnect, type Diagnosis, problemsIn } from './diagnose.ts';
import { type DoctorFinding, findings, type Repair } from './finding.ts';

/** All that `--fix` will do, to be shown first. */
export interface Treatment {
  /** In order, before anything is connected. */
  readonly steps: readonly Exclude<Repair, { kind: 'connect' }>[];
  readonly connections: readonly Connection[];
}

/** A browser, and what connecting it will write. */
interface Connection {
  readonly browser: Browser;
  readonly changes: readonly ConnectionChange[];
}

/** Plans the repair of a diagnosis's problems. Reads only. */
export async function planTreatment(
  diagnosis: Diagnosis,
  launch: Launch,
  machine: Machine,
): Promise<Treatment> {
  const repairs = problemsIn(diagnosis).flatMap((found) => found.repairs);
  const steps = repairs.filter((repair) => repair.kind !== 'connect');
  const browsers = repairs.some(({ kind }) => kind === 'connect') ? browsersToConnect(diagnosis) : [];
  const gone = steps.flatMap((step) => (step.kind === 'remove' ? step.path : []));
  const connections = browsers.map(async (browser) => ({
    browser,
    changes: (await planConnection([browser], launch, machine)).map((each) => afterwards(each, gone)),
  }));
  return { steps: unique(steps), connections: await Promise.all(connections) };
}

function afterwards(change: ConnectionChange, gone: readonly string[]): ConnectionChange {
  return gone.includes(change.entry.place) ? { ...change, change: 'changed' } : change;
}

function unique<T>(steps: readonly T[]): T[] {
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}

/** Does all repairs; one that fails does not prevent the others. @returns the failures */
export async function treat(
  { steps, connections }: Treatment,
  launch: Launch,
  machine: Machine,
): Promise<DoctorFinding[]> {
  const tasks = [
    ...steps.map((step) => () => perform(step)),
    ...connections.map(
      ({ browser, changes }) =>
        () =>
          connect([browser], changes, launch, machine),
    ),
  ];
  const failures: DoctorFinding[] = [];
  for (const task of tasks) {
    failures.push(
      ...(await findings(async () => {
        await task();
        return [];
      })),
    );
  }
  return failures;
}

async function perform(step: Treatment['steps'][number]): Promise<void> {
  switch (step.kind) {
    case 'chmod':
      return usingState(step.path, () => chmod(step.path, Number.parseInt(step.mode, 8)));
    case 'remove':
      return usingState(step.path, () => removeIfThere(step.path));
    case 'restrict':
      return keepFromOthers(step.path);
    case 'unregister':
      return withLock((lock) => removeRegisteredProject(step.dir, lock));
  }
}
