import type { Field } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Entry } from '../formats/format.ts';
import { environmentOf } from './environment-of.ts';
import type { Finding, ProposedSet } from './finding.ts';
import { fieldOfAddress, vocabularyOf } from './known-names.ts';

/**
 * Recognises a file by the names in it. A merchant id or environment that stands twice, or that the file takes from
 * elsewhere, is left alone.
 *
 * @throws Refusal `entry-ambiguous` where several entries may be the key's; `entry-not-literal` where the file takes the
 *   key from elsewhere
 */
export function recogniseNames(file: string, entries: readonly Entry[]): Finding | undefined {
  const found = new Map<Field, Entry[]>();
  for (const entry of entries) {
    const field = fieldOfAddress(entry.address);
    if (field) found.set(field, [...(found.get(field) ?? []), entry]);
  }
  const accessKey = keyEntry(found.get('accessKey') ?? [], file);
  if (!accessKey) return undefined;
  const only = (field: Field) => {
    const [entry, ...others] = found.get(field)?.filter(isLiteral) ?? [];
    return others.length === 0 ? entry : undefined;
  };
  const merchantId = only('merchantId');
  const word = only('environment');
  const { environment, reason } = environmentOf(file, word?.value);
  const set = {
    ...(merchantId && { [merchantId.address]: 'merchantId' as const }),
    [accessKey.address]: 'accessKey' as const,
    ...environmentSetting(word),
  };
  return { file, environments: [environment], reason, target: { set }, merchant: merchantOf(merchantId) };
}

/** Stands in the file itself, encrypted or not. */
function isLiteral({ value, sealed }: Entry): boolean {
  return value !== undefined || sealed !== undefined;
}

function keyEntry(found: readonly Entry[], file: string): Entry | undefined {
  const [entry, ...others] = found.filter(isLiteral);
  if (others.length > 0) {
    const lines = found.filter(isLiteral).map(({ line }) => line);
    throw new Refusal('entry-ambiguous', { file, lines: lines.join(', ') });
  }
  const [computed] = found;
  if (!entry && computed) {
    const { address, line } = computed;
    throw new Refusal('entry-not-literal', { file, line, address });
  }
  return entry;
}

function environmentSetting(entry: Entry | undefined): ProposedSet {
  const words = entry?.value === undefined ? undefined : vocabularyOf(entry.value);
  return entry && words ? { [entry.address]: { field: 'environment', ...words } } : {};
}

/** A merchant id as Payline gives them; others are placeholders more often than not. */
export function merchantOf(entry: Entry | undefined): string | undefined {
  return entry?.value && /^[0-9]{14}$/.test(entry.value) ? entry.value : undefined;
}
