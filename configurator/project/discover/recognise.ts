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
 * Recognises a file by the names in it. A merchant id or environment that occurs twice, or that the file takes from
 * elsewhere, is ignored. A file with a key for each environment, under names that tell which, is found for both.
 *
 * @throws Refusal `entry-ambiguous` where several entries may be the key; `entry-not-literal` where the file takes the key
 *   from elsewhere; `file-texts` where the value is text for people to read
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

/** Whether the file's own name, not only a folder's, contains Payline: `config/payline.php`. */
function isNamedPayline(file: string): boolean {
  return saysPayline(file.slice(file.lastIndexOf('/') + 1));
}

/** A form's label may have the same name as its field. */
function refuseProse(file: string, entries: readonly Entry[]): void {
  const label = entries.find(({ value }) => value !== undefined && isProse(value));
  if (label) throw new DiscoveryRefusal('file-texts', { file, line: label.line });
}

/** Every entry of the file that tells the environment, with the words for both. */
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

/** Whether the value is in the file itself, encrypted or not. */
function isLiteral({ value, ciphertext }: Entry): boolean {
  return value !== undefined || ciphertext !== undefined;
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

/** A merchant id in Payline's form; others are usually placeholders. */
function merchantOf(entry: Entry | undefined): string | undefined {
  const value = entry?.value ?? '';
  return /^[0-9]{9,14}$/.test(value) && isRealMerchant(value) ? value : undefined;
}

/**
 * Recognises a kit's file by its addresses.
 *
 * @param commented names in its comments, which a product's recipe leaves to be filled in
 * @throws Refusal `entry-duplicate` where an address of the kit occurs several times; `entry-not-literal` where the file
 *   takes its value from elsewhere
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

/** The addresses that a file of this shape must have. */
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
