import * as v from 'valibot';
import { Refusal } from '../../../../shared/refusal.ts';
import type { VaultTarget } from '../../../project/project.ts';
import type { VaultAccess } from './access.ts';
import { Unanswered, type VaultAnswer, type VaultCall, vaultFailed, vaultRequest } from './request.ts';

/** A secret's place, and access to it. It contains secrets: never print it. */
export interface VaultPlace extends Pick<VaultTarget, 'mount' | 'path'> {
  readonly access: VaultAccess;
}

/** The current state of a secret in a KV version 2 engine. It contains secrets: never print it. */
export interface Secret {
  /** 0 where the secret never existed. */
  readonly version: number;
  /** `undefined` where the secret does not exist, or its latest version is deleted. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

// The form of these answers: `path_data.go` in `internal/builtin/logical/kv/` of OpenBao 2.6.2.
const metadata = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const foundSchema = v.object({
  data: v.object({ data: v.nullable(v.record(v.string(), v.unknown())), metadata }),
});
const deletedSchema = v.object({ data: v.object({ metadata }) });
const writtenSchema = v.object({ data: metadata });

// `pathInternalUIMountRead` in `internal/vault/logical_system.go` of OpenBao 2.6.2. Without a version it is version 1:
// `kvPreflightVersionRequest` in `internal/command/kv_helpers.go`.
const mountSchema = v.object({
  data: v.object({
    path: v.string(),
    type: v.string(),
    options: v.nullish(v.object({ version: v.nullish(v.string()) })),
  }),
});

/**
 * Checks that a KV version 2 engine is mounted exactly there. Version 1 accepts any write anywhere and keeps no versions, so
 * a write there could be neither checked nor reverted.
 *
 * @throws Refusal `vault-mount-unknown` where the server does not tell what is mounted there, such as to a token without
 *   rights in it; `vault-mount-version`, `vault-mount-type`, `vault-mount-other`, `vault-failed`, `vault-redirected`
 */
export async function requireVersioned({ mount, access }: VaultPlace): Promise<void> {
  const { address } = access;
  const answer = await ask(access, { path: `sys/internal/ui/mounts/${mount}`, method: 'GET' });
  if (answer.status === 403 || answer.status === 404) {
    throw new Refusal('vault-mount-unknown', { address, mount });
  }
  const { type, options, path } = parse(mountSchema, answer, access).data;
  const actual = path.replace(/\/$/, '');
  if (actual !== mount) throw new Refusal('vault-mount-other', { address, mount, actual });
  if (type !== 'kv' && type !== 'generic') throw new Refusal('vault-mount-type', { address, mount, type });
  if (options?.version !== '2') throw new Refusal('vault-mount-version', { address, mount });
}

/** @throws Refusal `vault-denied`, `vault-failed`, `vault-redirected` */
export async function readSecret({ mount, path, access }: VaultPlace): Promise<Secret> {
  const answer = await ask(access, { path: `${mount}/data/${path}`, method: 'GET' });
  if (answer.status === 404) {
    const deleted = v.safeParse(json(deletedSchema), answer.text);
    return { version: deleted.success ? deleted.output.data.metadata.version : 0, data: undefined };
  }
  const { data } = parse(foundSchema, answer, access);
  return { version: data.metadata.version, data: data.data ?? undefined };
}

/**
 * Writes values into a secret, only if its latest version is still the one that was read. The server merges them into an
 * existing secret, so its other values are never sent back and forth.
 *
 * @param values `null` removes
 * @throws Refusal `vault-changed`, `vault-denied`, `vault-failed`, `vault-redirected` where it was not done; Unanswered where
 *   that is not known
 */
export async function writeSecret(
  { mount, path, access }: VaultPlace,
  { version, data }: Secret,
  values: Readonly<Record<string, string | null>>,
): Promise<void> {
  const body = { options: { cas: version }, data: values };
  const call = { path: `${mount}/data/${path}`, method: data ? 'PATCH' : 'POST', body } as const;
  const { status, text, inDoubt } = await send(access, call);
  if (status === 200 && v.is(json(writtenSchema), text)) return;
  // A success without the expected body may or may not have been carried out.
  if (inDoubt || (status >= 200 && status < 300)) throw new Unanswered(`HTTP ${status}`, true);
  if (status === 400 && /check-and-set parameter did not match/.test(text)) {
    throw new Refusal('vault-changed', { address: access.address });
  }
  throw refused(status, access);
}

/**
 * Deletes the latest version of a secret; earlier versions stay.
 *
 * @throws Refusal, Unanswered: as `writeSecret` does
 */
export async function deleteLatest({ mount, path, access }: VaultPlace): Promise<void> {
  const { status, inDoubt } = await send(access, { path: `${mount}/data/${path}`, method: 'DELETE' });
  if (status === 204 || status === 200) return;
  throw inDoubt ? new Unanswered(`HTTP ${status}`, true) : refused(status, access);
}

/** Sends a write; a request that was not sent becomes a refusal. */
async function send(access: VaultAccess, call: VaultCall): Promise<VaultAnswer> {
  try {
    return await vaultRequest(call, access);
  } catch (error) {
    if (!(error instanceof Unanswered) || error.inDoubt) throw error;
    throw vaultFailed(access.address, error.reason);
  }
}

/** Sends a request that changes nothing. */
async function ask(access: VaultAccess, call: VaultCall): Promise<VaultAnswer> {
  try {
    return await vaultRequest(call, access);
  } catch (error) {
    throw error instanceof Unanswered ? vaultFailed(access.address, error.reason) : error;
  }
}

function parse<S extends v.GenericSchema>(
  schema: S,
  { status, text }: VaultAnswer,
  access: VaultAccess,
): v.InferOutput<S> {
  if (status !== 200) throw refused(status, access);
  const parsed = v.safeParse(json(schema), text);
  if (!parsed.success) throw vaultFailed(access.address, 'not KV version 2');
  return parsed.output;
}

function json<S extends v.GenericSchema>(schema: S) {
  return v.pipe(v.string(), v.parseJson(), schema);
}

function refused(status: number, { address }: VaultAccess): Refusal {
  if (status === 403) return new Refusal('vault-denied', { address });
  return vaultFailed(address, `HTTP ${status}`);
}
