import { environments } from '../../shared/environment.ts';
import type { Entry, Format } from '../formats/format.ts';
import { fittingShape } from '../kits/fitting-shape.ts';
import type { Kit, KitSetting } from '../kits/kit.ts';
import { environmentOf } from './environment-of.ts';
import type { Finding } from './finding.ts';
import { merchantOf } from './recognise.ts';

/** Says whether a file is where the kit keeps one, in whatever folder the kit itself is. */
export function isKitFile(file: string, kit: Kit): boolean {
  return kit.files.some((known) => `/${file}`.toLowerCase().endsWith(`/${known}`.toLowerCase()));
}

/**
 * Recognises a kit's file by the addresses that it has.
 *
 * @throws Refusal `entry-duplicate` where an address that the kit takes is there several times
 */
export function recogniseKit(
  file: string,
  entries: readonly Entry[],
  kit: Kit,
  format: Format,
): Finding | undefined {
  const context = { file, dialect: undefined };
  const find = (address: string) => format.find(entries, address, context);
  const addresses = ({ address }: KitSetting) =>
    typeof address === 'string' ? [address] : environments.map((environment) => address[environment]);
  const shape = fittingShape(
    kit.shapes,
    (settings) => settings.filter(({ optional }) => !optional).flatMap(addresses),
    find,
  );
  if (!shape) return undefined;
  const entryOf = (field: KitSetting['field']) => {
    const setting = shape.find((candidate) => candidate.field === field);
    return setting && find(addresses(setting)[0] ?? '');
  };
  const target = { kit: kit.name };
  const merchant = merchantOf(entryOf('merchantId'));
  const both = shape.some(({ address }) => typeof address !== 'string');
  if (both) return { file, environments, reason: 'both', target, merchant };
  const { environment, reason } = environmentOf(file, entryOf('environment')?.value);
  return { file, environments: [environment], reason, target, merchant };
}
