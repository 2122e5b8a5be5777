import type { Field } from '../../../shared/access-key.ts';
import { type Environment, environments } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { isReference, refuseForeignValue } from '../../formats/foreign-value.ts';
import type { Entry, Format } from '../../formats/format.ts';
import {
  bareName,
  type EnvironmentSign,
  environmentInName,
  saysPayline,
  wordsFor,
} from '../environment-signs.ts';
import { fittingShape, isConstantWord, type Kit, type KitSetting } from '../kits/kit.ts';
import { isProse, isRealMerchant } from '../placeholder.ts';
import { environmentOf, fieldOfAddress, signsOf } from './environment-of.ts';
import type { Finding, ProposedSet } from './finding.ts';
import { DiscoveryRefusal } from './messages.ts';

/**
 * Recognises a file by the names in it. A merchant id or environment that stands twice, or that the file takes from
 * elsewhere, is left alone. A file that holds a key for each environment, under names that say so, is found for both.
 *
 * @throws Refusal `entry-ambiguous` where several entries may be the key's; `entry-not-literal` where the file takes the
 *   key from elsewhere; `file-texts` where people read what stands there
 */
export function recogniseNames(file: string, entries: readonly Entry[]): Finding[] {
  const blocks = environments.flatMap((environment) => {
    const own = entries.filter(({ address }) => environmentInName(address) === environment);
    return own.some(({ address }) => fieldOfAddress(address, isNamedPayline(file)) === 'accessKey')
      ? [{ environment, own }]
      : [];
  });
  const named = environmentInName(file);
  if (blocks.length === environments.length && named === undefined) {
    return blocks.flatMap(({ environment, own }) => {
      const finding = recogniseBlock(file, own);
      return finding ? [{ ...finding, environments: [environment], reason: 'address' as const }] : [];
    });
  }
  const finding = recogniseBlock(file, entries);
  return finding ? [finding] : [];
}

function recogniseBlock(file: string, entries: readonly Entry[]): Finding | undefined {
  const found = new Map<Field, Entry[]>();
  for (const entry of entries) {
    const field = fieldOfAddress(entry.address, isNamedPayline(file));
    if (field) found.set(field, [...(found.get(field) ?? []), entry]);
  }
  const accessKey = keyEntry(found.get('accessKey') ?? [], file);
  if (!accessKey) return undefined;
  refuseForeignValue(file, accessKey);
  refuseProse(file, [accessKey, ...(found.get('merchantId') ?? [])]);
  const isOwn = (entry: Entry) => isLiteral(entry) && !isReference(entry.value ?? '');
  const merchantIds = found.get('merchantId')?.filter(isOwn) ?? [];
  const merchantId = merchantIds.length === 1 ? merchantIds[0] : undefined;
  const signs = signsOf(file, entries);
  const { environment, reason, seen } = environmentOf(file, entries, signs);
  const set = {
    ...(merchantId && { [merchantId.address]: 'merchantId' as const }),
    [accessKey.address]: 'accessKey' as const,
    ...environmentSettings(file, entries, signs),
  };
  return {
    file,
    environments: environment ? [environment] : [],
    reason,
    ...(seen && { seen }),
    target: { set },
    merchant: merchantOf(merchantId),
  };
}

/** Says whether the file's own name, not only a folder's, says Payline: `config/payline.php`. */
function isNamedPayline(file: string): boolean {
  return saysPayline(file.slice(file.lastIndexOf('/') + 1));
}

/** A label of a form has the name of what is typed there. */
function refuseProse(file: string, entries: readonly Entry[]): void {
  const label = entries.find(({ value }) => value !== undefined && isProse(value));
  if (label) throw new DiscoveryRefusal('file-texts', { file, line: label.line });
}

/** Every place of the file that says the environment and can say the other one. */
function environmentSettings(
  file: string,
  entries: readonly Entry[],
  signs: readonly EnvironmentSign[],
): ProposedSet {
  const ofPayline = saysPayline(file);
  return Object.fromEntries(
    entries.flatMap(({ address, value }) => {
      const empty = value === '' && /^(?:environment|env)$/.test(bareName(address));
      const asked = ofPayline || saysPayline(address);
      const sign = signs.find((each) => each.address === address);
      const words = empty && asked ? wordsFor('') : sign?.words;
      return words ? [[address, { field: 'environment' as const, ...words }]] : [];
    }),
  );
}

/** Stands in the file itself, encrypted or not. */
function isLiteral({ value, sealed }: Entry): boolean {
  return value !== undefined || sealed !== undefined;
}

function keyEntry(found: readonly Entry[], file: string): Entry | undefined {
  const [entry, ...others] = found.filter(isLiteral);
  if (others.length > 0) {
    const lines = found.filter(isLiteral).map(({ line }) => line);
    throw new DiscoveryRefusal('entry-ambiguous', { file, lines: lines.join(', ') });
  }
  const [computed] = found;
  if (!entry && computed) {
    const { address, line } = computed;
    throw new Refusal('entry-not-literal', { file, line, address });
  }
  return entry;
}

/** A merchant id as Payline gives them; others are placeholders more often than not. */
function merchantOf(entry: Entry | undefined): string | undefined {
  const value = entry?.value ?? '';
  return /^[0-9]{9,14}$/.test(value) && isRealMerchant(value) ? value : undefined;
}

/**
 * Recognises a kit's file by the addresses that it has.
 *
 * @param commented the names in its comments that a product's recipe leaves to be filled in
 * @throws Refusal `entry-duplicate` where an address that the kit takes is there several times; `entry-not-literal`
 *   where the file takes it from elsewhere
 */
export function recogniseKit(
  file: string,
  entries: readonly Entry[],
  kit: Kit,
  format: Format,
  commented: ReadonlySet<string>,
): Finding | undefined {
  const context = { file, dialect: kit.dialect };
  const find = (address: string): Entry | undefined =>
    format.find(entries, address, context) ??
    (commented.has(address) ? { address, line: 1, value: '' } : undefined);
  const shape = fittingShape(kit.shapes, placesOf, find);
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
  const signs = signsOf(file, entries, { entry: entryOf('environment'), words });
  const { environment, reason, seen } = environmentOf(file, entries, signs);
  const found = { file, reason, target, merchant, ...(seen && { seen }) };
  return { ...found, environments: environment ? [environment] : [] };
}

/** The places that a file of the shape has. */
function placesOf(shape: readonly KitSetting[]) {
  return shape
    .filter(({ optional, recognises = true }) => !optional && recognises)
    .flatMap(({ address, words }) =>
      spellings(address).map((each) => ({
        address: each,
        isConstant: words !== undefined && isConstantWord(words.homologation),
      })),
    );
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
  if (entry && entry.value === undefined && entry.constant === undefined) {
    throw new Refusal('entry-not-literal', { file, line: entry.line, address });
  }
}
