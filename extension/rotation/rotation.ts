import { Refusal } from '../../shared/refusal.ts';
import type { KeySummary, PointOfSale, Remaining } from '../../shared/wire.ts';
import { askHost } from '../host/client.ts';
import { recall, sealForHost } from '../host/delivery.ts';
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

/** The rotations under way that this browser began or continued. */
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
 * Begins to replace the key of a project, or continues a rotation that was begun.
 *
 * @throws Refusal `rotation-none` if the configurator has finished it meanwhile, or `project-unknown`: it is over in
 *   both cases; `host-…`, and the host's own refusals
 */
export async function rotate({ project, environment }: Place): Promise<Rotating> {
  const place = { project, environment };
  await meetHost();
  await recallAttempts(project);
  const isBegun = (await storedRotations()).some((one) => isSamePlace(one, place));
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
 * @returns the merchant's points of sale
 * @throws Refusal `verify-refused` if it does not work; `verify-…`, `host-…` if that is not known; `capture-unknown`
 */
export async function prove({ project, environment }: Place, captureId?: string): Promise<PointOfSale[]> {
  const sealed = captureId === undefined ? {} : { sealed: await sealForHost(await captureOf(captureId)) };
  return (await askHost('verify', { project, environment, ...sealed })).pointsOfSale;
}

/** Where the old key still is. @throws Refusal `rotation-none`, `host-…` */
export async function remaining({ project, environment }: Place): Promise<Remaining> {
  return (await askHost('remaining', { project, environment })).remaining;
}

/**
 * Ends a rotation.
 *
 * @param ends the end date that the old key got in the console; `null` if it stays in use
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

function isSamePlace(one: Place, other: Place): boolean {
  return one.project === other.project && one.environment === other.environment;
}

function isOver(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'rotation-none' || error.code === 'project-unknown');
}
