import type { PointOfSale as NamedPointOfSale } from '../../shared/wire.ts';
import type { PointOfSale } from './settings.ts';

/** More would push what counts out of sight. */
const mostContracts = 12;

/** Names what a merchant has, few of it. */
export function nameContracts({ label, contracts }: PointOfSale): NamedPointOfSale {
  const named = contracts.slice(0, mostContracts).map((each) => `${each.number} ${each.label}`.trim());
  return { label, contracts: named, more: contracts.length - named.length };
}
