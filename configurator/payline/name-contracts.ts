import type { PointOfSale } from './settings.ts';

/** A point of sale as a person is told of it. */
export interface NamedPointOfSale {
  readonly label: string;
  /** The first contracts, by number and label. */
  readonly contracts: string[];
  /** How many more there are. */
  readonly more: number;
}

/** More would push what counts out of sight. */
const mostContracts = 12;

/** Names what a merchant has, few of it. */
export function nameContracts({ label, contracts }: PointOfSale): NamedPointOfSale {
  const named = contracts.slice(0, mostContracts).map((each) => `${each.number} ${each.label}`.trim());
  return { label, contracts: named, more: contracts.length - named.length };
}
