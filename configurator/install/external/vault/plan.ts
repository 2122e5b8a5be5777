import type { AccessKey } from '../../../../shared/access-key.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { givenValue, type VaultTarget } from '../../../project/project.ts';
import { merchantIn } from '../../merchant-change.ts';
import { type Delivery, fieldsOf, nameOf, type PlannedExternal } from '../planned.ts';
import { vaultAccess } from './access.ts';
import { readSecret, requireVersioned, type VaultPlace } from './secret.ts';
import { isIn, restore, type Writing, write } from './write.ts';

/**
 * Plans writing a key's fields into a secret of Vault. The mount and the secret are read now; the secret is written only if
 * it is still the same then, and read back.
 *
 * @throws Refusal `vault-…`
 */
export async function planVault(target: VaultTarget, key: AccessKey): Promise<PlannedExternal> {
  const access = vaultAccess(target);
  const place: VaultPlace = { mount: target.mount, path: target.path, access };
  await requireVersioned(place);
  const before = await readSecret(place);
  const values = Object.fromEntries(
    target.settings.map((setting) => [setting.address, givenValue(setting, key)]),
  );
  const isThere = isIn(before, values);
  const change = isThere ? 'unchanged' : 'changed';
  const summary = { kind: 'vault', name: nameOf(target), fields: fieldsOf(target), change } as const;
  return {
    summary,
    merchants: target.settings.flatMap(({ address, field }) => {
      const current = before.data?.[address];
      return (typeof current === 'string' && merchantIn(field, current)) || [];
    }),
    state: JSON.stringify([summary, access.address, before.version]),
    deliver: () =>
      isThere ? confirmUnchanged(place, values, summary) : deliver(place, { before, values }, summary),
  };
}

/** Reads the secret again: the person may have taken a while to confirm the plan. */
async function confirmUnchanged(
  place: VaultPlace,
  values: Writing['values'],
  receipt: Delivery['receipt'],
): Promise<Delivery> {
  if (isIn(await readSecret(place), values)) return { receipt };
  throw new Refusal('vault-changed', { address: place.access.address });
}

async function deliver(
  place: VaultPlace,
  writing: Writing,
  summary: Omit<Delivery['receipt'], 'change'>,
): Promise<Delivery> {
  const { version } = writing.before;
  const receipt = { ...summary, before: version };
  const lost = await write(place, writing);
  if (lost !== undefined) return { receipt: { ...receipt, change: 'unknown', reason: lost } };
  return { receipt: { ...receipt, change: 'changed' }, revert: () => restore(place, writing) };
}
