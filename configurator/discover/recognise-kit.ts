import { type Environment, environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Entry, Format } from '../formats/format.ts';
import { fittingShape } from '../kits/fitting-shape.ts';
import type { Kit, KitSetting } from '../kits/kit.ts';
import { environmentOf } from './environment-of.ts';
import type { Finding } from './finding.ts';
import { merchantOf } from './recognise.ts';

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
