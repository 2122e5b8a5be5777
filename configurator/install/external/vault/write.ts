import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../../../shared/refusal.ts';
import type { RevertResult } from '../planned.ts';
import { Unanswered, vaultFailed } from './request.ts';
import { deleteLatest, readSecret, type Secret, type VaultPlace, writeSecret } from './secret.ts';

/** The values to write into a secret, and its state before. It contains secrets: never print it. */
export interface Writing {
  readonly before: Secret;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Writes, and reads the secret back whatever the answer was. If the answer was lost and the secret is unchanged, it is
 * written once more on the same condition: then the first request can no longer succeed later, as its version is taken.
 *
 * @returns `undefined` where it is done; the reason in one word where that is not known
 * @throws Refusal `vault-changed`, `vault-denied`, `vault-failed`, `vault-redirected` where the secret's latest version has
 *   none of it
 */
export async function write(place: VaultPlace, writing: Writing): Promise<string | undefined> {
  const first = await attempt(place, writing);
  const lost = first instanceof Refusal ? refuse(first) : first;
  let found = await readBack(place);
  if (found instanceof Refusal) return lost ?? reasonOf(found);
  if (lost === undefined || found.version !== writing.before.version)
    return judge(place, writing, found, lost);
  const second = await attempt(place, writing);
  found = await readBack(place);
  if (found instanceof Refusal) return lost;
  // Even if this was refused or lost, the secret decides, as the first request may have been carried out since.
  return judge(place, writing, found, second === undefined ? undefined : lost);
}

function refuse(refusal: Refusal): never {
  throw refusal;
}

/** @returns `undefined` where the server confirms the write; the reason where the answer was lost; else the refusal */
async function attempt(
  place: VaultPlace,
  { before, values }: Writing,
): Promise<Refusal | string | undefined> {
  try {
    await writeSecret(place, before, values);
    return undefined;
  } catch (error) {
    if (error instanceof Unanswered) return error.reason;
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function readBack(place: VaultPlace): Promise<Secret | Refusal> {
  try {
    return await readSecret(place);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function reasonOf({ code, params }: Refusal): string {
  return String(params['reason'] ?? code);
}

/**
 * Judges the result of a write by the secret's current state.
 *
 * @param lost why the answer was lost, where it was
 */
async function judge(
  place: VaultPlace,
  writing: Writing,
  now: Secret,
  lost: string | undefined,
): Promise<undefined | string> {
  const { address } = place.access;
  const { before } = writing;
  if (isWritten(now, writing)) return undefined;
  if (lost !== undefined && now.version === before.version) throw vaultFailed(address, lost);
  const isOurs = lost === undefined && now.version === before.version + 1;
  if (isOurs && (await restore(place, writing)) !== 'restored') return 'vault-changed';
  throw new Refusal('vault-changed', { address });
}

/** Somebody else may have written after us without changing our values. */
function isWritten(now: Secret, { before, values }: Writing): boolean {
  if (now.version === before.version + 1) return isDeepStrictEqual(now.data, { ...before.data, ...values });
  return isIn(now, values);
}

export function isIn({ data }: Secret, values: Writing['values']): boolean {
  return Object.entries(values).every(([name, value]) => data?.[name] === value);
}

/** Restores a secret's previous values, if its latest version is still the one we wrote, and reads it back. */
export async function restore(place: VaultPlace, writing: Writing): Promise<RevertResult> {
  const { before, values } = writing;
  const now = await readBack(place);
  if (now instanceof Refusal) return 'unknown';
  if (!holdsAny(now, writing)) return 'restored';
  if (now.version !== before.version + 1) return 'kept';
  const old = Object.keys(values).map((name) => [name, before.data?.[name] ?? null]);
  try {
    if (before.data) await writeSecret(place, now, Object.fromEntries(old));
    else await deleteLatest(place);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof Unanswered)) throw error;
  }
  const after = await readBack(place);
  if (after instanceof Refusal) return 'unknown';
  return holdsAny(after, writing) ? 'kept' : 'restored';
}

/** Whether a secret has any of the written values that it did not have before. */
function holdsAny({ data }: Secret, { before, values }: Writing): boolean {
  return Object.entries(values).some(
    ([name, value]) => before.data?.[name] !== value && data?.[name] === value,
  );
}
