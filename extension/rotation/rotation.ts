import { Refusal } from '../../shared/refusal.ts';
import type { KeySummary, PointOfSale, Remaining } from '../../shared/wire.ts';
import { askHost } from '../host/client.ts';
import { forHost, recall } from '../host/delivery.ts';
import { meetHost } from '../host/recipient.ts';
import { captureOf, installed, waiting } from '../outbox/outbox.ts';
import {
  type Begun,
  dropRotation,
  type Place,
  type Rotating,
  storedRotations,
  storeRotation,
} from './record.ts';

/** The rotations that are under way, as far as this browser began or took them up. */
export function rotations(): Promise<Begun[]> {
  return storedRotations();
}

/** The rotation that a new key is for, if there is one. */
export async function rotationFor({ environment, merchantId }: KeySummary): Promise<Begun | undefined> {
  return (await storedRotations()).find(
    (begun) => begun.environment === environment && begun.merchantId === merchantId,
  );
}

/**
 * Begins to follow the key of a project by another, or takes up what was begun.
 *
 * @throws Refusal `rotation-none` where the configurator has finished it meanwhile, `project-unknown`: it is under way no more;
 *   `host-…`, and what the host refuses
 */
export async function rotate({ project, environment }: Place): Promise<Rotating> {
  const place = { project, environment };
  await meetHost();
  await recallAttempts(project);
  const isBegun = (await storedRotations()).some((one) => isAt(one, place));
  try {
    const { rotation } = await askHost('rotate', { ...place, begin: !isBegun });
    const name = (await askHost('projects', {})).projects.find(({ id }) => id === project)?.name ?? '';
    const { merchantId, masked } = rotation.old;
    await storeRotation({ ...place, name, merchantId, masked });
    return { ...rotation, name, isExternal: await isExternal(rotation.captureId) };
  } catch (error) {
    if (isOver(error)) await dropRotation(place);
    throw error;
  }
}

/**
 * Asks Payline, through the host, whether a key works: a capture, before it is installed, or the key that is installed.
 *
 * @returns what Payline says of the merchant
 * @throws Refusal `verify-refused` where it does not; `verify-…`, `host-…` where that could not be told; `capture-unknown`
 */
export async function prove({ project, environment }: Place, captureId?: string): Promise<PointOfSale[]> {
  const sealed = captureId === undefined ? {} : { sealed: await forHost(await captureOf(captureId)) };
  return (await askHost('verify', { project, environment, ...sealed })).pointsOfSale;
}

/** Where the old key still is. @throws Refusal `rotation-none`, `host-…` */
export async function remaining({ project, environment }: Place): Promise<Remaining> {
  return (await askHost('remaining', { project, environment })).remaining;
}

/**
 * Ends a rotation.
 *
 * @param ends the day that the old key was given in the console; `null` where it goes on serving
 */
export async function finish({ project, environment }: Place, ends: string | null): Promise<void> {
  const place = { project, environment };
  try {
    await askHost('finish', { ...place, ends });
  } catch (error) {
    if (!isOver(error)) throw error;
  }
  await dropRotation(place);
}

/** An installation whose answer was lost may have taken place. */
async function recallAttempts(project: string): Promise<void> {
  for (const { captureId, attempt } of await waiting()) {
    if (attempt?.project === project) await recall(captureId).catch(() => undefined);
  }
}

async function isExternal(captureId: string | null): Promise<boolean> {
  const known = (await installed()).find((one) => one.captureId === captureId);
  return known?.receipt.external !== undefined;
}

function isAt(one: Place, other: Place): boolean {
  return one.project === other.project && one.environment === other.environment;
}

function isOver(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'rotation-none' || error.code === 'project-unknown');
}
