import { isDeepStrictEqual } from 'node:util';
import type { AccessKey } from '../../../../shared/access-key.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { givenValue, type VaultTarget } from '../../../project/project.ts';
import { merchantIn } from '../../merchant-change.ts';
import { type Delivered, fieldsOf, nameOf, type PlannedExternal } from '../planned.ts';
import { type VaultAccess, vaultAccess } from './access.ts';
import { deleteLatest, readSecret, type Secret, writeSecret } from './secret.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Plans the writing of a key's fields into a secret of Vault: read now, written only where it is still so then, and read
 * back.
 *
 * @throws Refusal `vault-…`
 */
export async function planVault(target: VaultTarget, key: AccessKey): Promise<PlannedExternal> {
  const access = await vaultAccess(target);
  const before = await readSecret(target, access);
  const values: Values = Object.fromEntries(
    target.settings.map((setting) => [setting.address, givenValue(setting, key)]),
  );
  const isThere = isIn(before, values);
  const change = isThere ? 'unchanged' : 'changed';
  const summary = { kind: 'vault', name: nameOf(target), fields: fieldsOf(target), change } as const;
  return {
    summary,
    merchants: target.settings.flatMap(({ address, field }) => {
      const held = before.data?.[address];
      return (typeof held === 'string' && merchantIn(field, held)) || [];
    }),
    state: JSON.stringify([summary, before.version]),
    deliver: async () => (isThere ? { receipt: summary } : deliver()),
  };

  async function deliver(): Promise<Delivered> {
    const version = await writeSecret(target, access, before, values);
    const takeBack = () => restore(target, access, { before, version, values });
    const now = await readSecret(target, access);
    if (!isWritten(now, { before, version, values })) {
      if (now.version === version) await takeBack();
      throw new Refusal('vault-changed', { address: target.address });
    }
    return { receipt: { ...summary, before: before.version }, takeBack };
  }
}

interface Writing {
  readonly before: Secret;
  /** The version that was written. */
  readonly version: number;
  readonly values: Values;
}

/** Somebody else may have written after us, and let our values be. */
function isWritten(now: Secret, { before, version, values }: Writing): boolean {
  if (now.version === version) return isDeepStrictEqual(now.data, { ...before.data, ...values });
  return isIn(now, values);
}

function isIn({ data }: Secret, values: Values): boolean {
  return Object.entries(values).every(([name, value]) => data?.[name] === value);
}

/** @throws Refusal `vault-not-restored` */
async function restore(target: VaultTarget, access: VaultAccess, writing: Writing): Promise<void> {
  const { before, version, values } = writing;
  try {
    const now = await readSecret(target, access);
    if (now.version !== version) throw new Refusal('vault-changed', { address: target.address });
    if (!before.data) return await deleteLatest(target, access);
    const names = Object.keys(values);
    const old = names.map((name) => [name, before.data?.[name] ?? null]);
    await writeSecret(target, access, now, Object.fromEntries(old));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { address, path } = target;
    throw new Refusal('vault-not-restored', { address, path, version: before.version });
  }
}
