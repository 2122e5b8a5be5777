import { type Field, secretFields } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { KeySummary } from '../../shared/wire.ts';
import { vaultAccess } from '../install/external/vault/access.ts';
import { readSecret } from '../install/external/vault/secret.ts';
import { Journal } from '../machine/records/journal.ts';
import type { VaultTarget } from '../project/project.ts';
import { clearKeyIn, nameKey } from './clear-key.ts';

/**
 * Whether a secret of Vault has a key, by the key's fingerprint: the key itself is not kept here.
 *
 * @returns `undefined` where it cannot be read, or is not to have a secret part of a key
 */
export async function holdsKey(target: VaultTarget, key: KeySummary): Promise<boolean | undefined> {
  const { mount, path, settings } = target;
  if (!settings.some(({ field }) => secretFields.has(field))) return undefined;
  try {
    const { data = {} } = await readSecret({ mount, path, access: vaultAccess(target) });
    const values = new Map<Field, string>();
    for (const { address, field } of settings) {
      const value = data[address];
      if (typeof value === 'string') values.set(field, value);
    }
    const held = clearKeyIn(path, values, []);
    return (
      held !== undefined &&
      (await nameKey(held, [key.merchantId], () => [], new Journal())).fingerprint === key.fingerprint
    );
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
