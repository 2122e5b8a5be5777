import * as v from 'valibot';
import { Refusal } from '../../../../shared/refusal.ts';
import type { VaultTarget } from '../../../project/project.ts';
import type { VaultAccess } from './access.ts';
import { type VaultAnswer, type VaultCall, vaultFailed, vaultRequest } from './request.ts';

/** A secret of the KV version 2 engine, as it is. Holds secrets: never print it. */
export interface Secret {
  /** 0 where there never was one. */
  readonly version: number;
  /** `undefined` where there is none, or the latest version is deleted. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

const metadata = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const foundSchema = v.object({
  data: v.object({ data: v.nullable(v.record(v.string(), v.unknown())), metadata }),
});
const deletedSchema = v.object({ data: v.object({ metadata }) });
const writtenSchema = v.object({ data: metadata });

/** @throws Refusal `vault-denied`, `vault-failed` */
export async function readSecret(target: VaultTarget, access: VaultAccess): Promise<Secret> {
  const answer = await ask(target, access, { method: 'GET' });
  if (answer.status === 404) {
    const deleted = v.safeParse(json(deletedSchema), answer.text);
    return { version: deleted.success ? deleted.output.data.metadata.version : 0, data: undefined };
  }
  const { data } = parse(foundSchema, answer, target);
  return { version: data.metadata.version, data: data.data ?? undefined };
}

/**
 * Writes values into a secret, only where its latest version still is the one that was read. Of a secret that is there
 * the server merges the values in, so that everything else in it is never taken apart and written again.
 *
 * @param values `null` removes
 * @returns the new version
 * @throws Refusal `vault-changed`, `vault-denied`, `vault-failed`
 */
export async function writeSecret(
  target: VaultTarget,
  access: VaultAccess,
  { version, data }: Secret,
  values: Readonly<Record<string, string | null>>,
): Promise<number> {
  const body = { options: { cas: version }, data: values };
  const answer = await ask(target, access, { method: data ? 'PATCH' : 'POST', body });
  if (answer.status === 400 && /check-and-set/.test(answer.text)) {
    throw new Refusal('vault-changed', { address: target.address });
  }
  return parse(writtenSchema, answer, target).data.version;
}

/** Deletes the latest version of a secret; those before it stay. @throws Refusal `vault-denied`, `vault-failed` */
export async function deleteLatest(target: VaultTarget, access: VaultAccess): Promise<void> {
  const { status } = await ask(target, access, { method: 'DELETE' });
  if (status !== 204 && status !== 200) throw refused(status, target);
}

function ask(
  { address, mount, path }: VaultTarget,
  access: VaultAccess,
  call: Pick<VaultCall, 'method' | 'body'>,
): Promise<VaultAnswer> {
  return vaultRequest({ address, path: `${mount}/data/${path}`, ...call }, access);
}

function parse<S extends v.GenericSchema>(
  schema: S,
  { status, text }: VaultAnswer,
  target: VaultTarget,
): v.InferOutput<S> {
  if (status !== 200) throw refused(status, target);
  const parsed = v.safeParse(json(schema), text);
  if (!parsed.success) throw vaultFailed(target.address, 'no KV version 2');
  return parsed.output;
}

function json<S extends v.GenericSchema>(schema: S) {
  return v.pipe(v.string(), v.parseJson(), schema);
}

function refused(status: number, { address }: VaultTarget): Refusal {
  if (status === 403) return new Refusal('vault-denied', { address });
  return vaultFailed(address, `HTTP ${status}`);
}
