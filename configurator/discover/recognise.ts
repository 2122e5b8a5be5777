import type { Field } from '../../shared/access-key.ts';
import type { Entry } from '../formats/format.ts';
import { environmentOf } from './environment-of.ts';
import type { Finding, ProposedSet } from './finding.ts';
import { fieldOfAddress, vocabularyOf } from './known-names.ts';

/**
 * Recognises a file by the names in it. A name that stands twice, or whose value the file takes from elsewhere, is
 * passed over.
 */
export function recogniseNames(file: string, entries: readonly Entry[]): Finding | undefined {
  const found = new Map<Field, Entry[]>();
  for (const entry of entries) {
    const field = entry.value === undefined ? undefined : fieldOfAddress(entry.address);
    if (field) found.set(field, [...(found.get(field) ?? []), entry]);
  }
  const only = (field: Field) => (found.get(field)?.length === 1 ? found.get(field)?.[0] : undefined);
  const accessKey = only('accessKey');
  const merchantId = only('merchantId');
  if (!accessKey) return undefined;
  const word = only('environment');
  const { environment, reason } = environmentOf(file, word?.value);
  const set = {
    ...(merchantId && { [merchantId.address]: 'merchantId' as const }),
    [accessKey.address]: 'accessKey' as const,
    ...environmentSetting(word),
  };
  return { file, environments: [environment], reason, target: { set }, merchant: merchantOf(merchantId) };
}

function environmentSetting(entry: Entry | undefined): ProposedSet {
  const words = entry?.value === undefined ? undefined : vocabularyOf(entry.value);
  return entry && words ? { [entry.address]: { field: 'environment', ...words } } : {};
}

/** A merchant id as Payline gives them; others are placeholders more often than not. */
export function merchantOf(entry: Entry | undefined): string | undefined {
  return entry?.value && /^[0-9]{14}$/.test(entry.value) ? entry.value : undefined;
}
