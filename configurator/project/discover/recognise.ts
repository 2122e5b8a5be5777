import type { Field } from '../../../shared/access-key.ts';
import { type Environment, environments } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Entry, Format } from '../../formats/format.ts';
import { fittingShape, type Kit, type KitSetting } from '../kits/kit.ts';
import { environmentOf, fieldOfAddress, vocabularyOf } from './environment-of.ts';
import type { Finding, ProposedSet } from './finding.ts';

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
function merchantOf(entry: Entry | undefined): string | undefined {
  return entry?.value && /^[0-9]{14}$/.test(entry.value) ? entry.value : undefined;
}

/**
 * Recognises a kit's file by the addresses that it has.
 *
 * @throws Refusal `entry-duplicate` where an address that the kit takes is there several times; `entry-not-literal`
 *   where the file takes it from elsewhere
 */
export function recogniseKit(
  file: string,
  entries: readonly Entry[],
  kit: Kit,
  format: Format,
): Finding | undefined {
  const context = { file, dialect: kit.dialect };
  const find = (address: string) => format.find(entries, address, context);
  const shape = fittingShape(kit.shapes, addressesOf, find);
  if (!shape) return undefined;
  for (const address of shape.flatMap((setting) => spellings(setting.address))) {
    refuseComputed(find(address), address, file);
  }
  const target = { kit: kit.name };
  const entryOf = (field: KitSetting['field']) => findField(shape, field, find);
  const merchant = merchantOf(entryOf('merchantId'));
  const both = shape.some(({ address }) => typeof address !== 'string');
  if (both) return { file, environments, reason: 'both', target, merchant };
  const words = shape.find(({ field }) => field === 'environment')?.words;
  const { environment, reason } = environmentOf(file, entryOf('environment')?.value, words);
  return { file, environments: [environment], reason, target, merchant };
}

/** The addresses that a file of the shape has. */
function addressesOf(shape: readonly KitSetting[]): string[] {
  return shape.filter(({ optional }) => !optional).flatMap(({ address }) => spellings(address));
}

function spellings(address: string | Readonly<Record<Environment, string>>): string[] {
  return typeof address === 'string' ? [address] : environments.map((environment) => address[environment]);
}

function findField(
  shape: readonly KitSetting[],
  field: KitSetting['field'],
  find: (address: string) => Entry | undefined,
): Entry | undefined {
  const setting = shape.find((candidate) => candidate.field === field);
  return setting && find(spellings(setting.address)[0] ?? '');
}

function refuseComputed(entry: Entry | undefined, address: string, file: string): void {
  if (entry && entry.value === undefined) {
    throw new Refusal('entry-not-literal', { file, line: entry.line, address });
  }
}
