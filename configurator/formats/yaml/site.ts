import type { CST } from 'yaml';
import type { Path, Segment } from '../path-address.ts';
import { printPath } from '../path-address.ts';
import type { Codec } from './codec.ts';
import { solidEnd } from './tokens.ts';

/** Which codec a value has, by the names that lead to it from a place. */
export type Scheme = (names: readonly string[]) => Codec;

/** Where a node stands: what the tokens and collections around it say. */
export interface Site {
  readonly path: Path;
  readonly scheme: Scheme;
  /** Column of the block collection that holds it; `undefined` inside brackets. */
  readonly indent: number | undefined;
  /** Where the colon, dash, anchor or tag before the value ends: an empty value goes there. */
  readonly before: number;
  /** What an empty value needs in front of it: a colon too, as in `{name}`; `undefined` where none can be put. */
  readonly lead: ' ' | ': ' | undefined;
}

export function addressOf({ path }: Site): string {
  return printPath(path);
}

function step({ document, segments }: Path, segment: Segment): Path {
  return { segments: [...segments, segment], ...(document !== undefined && { document }) };
}

export function memberSite(
  site: Site,
  name: string,
  item: CST.CollectionItem | undefined,
  indent: number | undefined,
  keyEnd: number,
): Site {
  const colon = item?.sep?.some(({ type }) => type === 'map-value-ind') ?? false;
  const bare = item?.start.some(({ type }) => type === 'explicit-key-ind') ? undefined : ': ';
  return {
    path: step(site.path, name),
    scheme: (names) => site.scheme([name, ...names]),
    indent,
    before: solidEnd(item?.sep) ?? keyEnd,
    lead: colon ? ' ' : bare,
  };
}

export function itemSite(
  site: Site,
  index: number,
  item: CST.CollectionItem | undefined,
  indent: number | undefined,
): Site {
  return {
    path: step(site.path, index),
    // Positions are no names: a rule that goes by names does not reach into a sequence.
    scheme: (names) => site.scheme(['', ...names]),
    indent,
    before: solidEnd(item?.start) ?? site.before,
    lead: ' ',
  };
}
