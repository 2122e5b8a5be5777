import { Refusal } from '../../../shared/refusal.ts';
import type { Entry, FormatContext } from '../format.ts';
import { matcher, type Path, parseAddress, printPath, type Segment } from '../path-address.ts';
import type { Tree, TreeSlot } from '../tree/tree.ts';

/** A longer chain of references than any file has. */
const deepest = 20;

/**
 * The entry that an address reaches through a reference: an alias, or a merge (`<<: *base`), resolved as readers do.
 *
 * @returns `undefined` where no reference leads to one
 */
export function findMerged(entries: readonly Entry[], wanted: Path, depth = deepest): Entry | undefined {
  const { segments } = wanted;
  if (depth === 0) return undefined;
  for (let length = segments.length; length >= 0; length--) {
    const rest = segments.slice(length);
    const reference = entries.find((entry) => {
      const path = entry.follows === undefined ? undefined : parseAddress(entry.address);
      const at = path && placeOf(path.segments, rest.length > 0);
      return (
        at && path.document === wanted.document && printPath({ segments: at }) === print(segments, length)
      );
    });
    const base = reference?.follows === undefined ? undefined : parseAddress(reference.follows);
    if (!reference || !base) continue;
    const target = { ...base, segments: [...base.segments, ...rest] };
    const found = entries.find(({ address }) => address === printPath(target));
    const entry = found?.value === undefined ? (findMerged(entries, target, depth - 1) ?? found) : found;
    if (!entry) continue;
    return { address: printPath(wanted), value: entry.value, line: reference.line, follows: entry.address };
  }
  return undefined;
}

function print(segments: readonly Segment[], length: number): string {
  return printPath({ segments: segments.slice(0, length) });
}

/** The mapping that a reference fills: of `a.<<` and `a.<<[0]` it is `a`. */
function placeOf(segments: readonly Segment[], wantsMember: boolean): readonly Segment[] {
  const merge = segments.lastIndexOf('<<');
  return wantsMember && merge >= 0 && merge >= segments.length - 2 ? segments.slice(0, merge) : segments;
}

const words = {
  homologation: /^(?:homo\w*|test\w*|stag\w*|pre-?prod\w*|dev\w*|sandbox|recette|integration|uat|qa|local)$/i,
  production: /^(?:prod|production|live)$/i,
} as const;

/**
 * Refuses to write a value that a merge or an alias carries into the other environment's part of the file.
 *
 * @throws Refusal `yaml-merge-shared` with the line of the reference
 */
export function refuseShared(tree: Tree, written: readonly TreeSlot[], { file, other }: FormatContext): void {
  if (!other) return;
  const isOther = othersOf(other);
  for (const { path, address } of written) {
    for (const { path: place, line } of followers(tree, path)) {
      if (!isOther(place, path)) continue;
      const { environment } = other;
      throw new Refusal('yaml-merge-shared', { file, line, address, place: printPath(place), environment });
    }
  }
}

/** @returns whether a place belongs to the other environment, by the project file or by the names in its path */
function othersOf({ environment, addresses }: NonNullable<FormatContext['other']>) {
  const named = addresses.flatMap((address) => {
    const parsed = parseAddress(address);
    return parsed ? [matcher(parsed)] : [];
  });
  const says = ({ segments }: Path) =>
    segments.some((segment) => typeof segment === 'string' && words[environment].test(segment));
  return (place: Path, origin: Path) => named.some((fits) => fits(place)) || (says(place) && !says(origin));
}

interface Follower {
  readonly path: Path;
  readonly line: number;
}

/** The places that also get a value, through references to it or to a collection that contains it. */
function followers(tree: Tree, origin: Path, depth = deepest): Follower[] {
  if (depth === 0) return [];
  const address = printPath(origin);
  return tree.slots.flatMap(({ follows, path, line }) => {
    const base = follows === undefined ? undefined : parseAddress(follows);
    if (follows === undefined || !base || !isWithin(address, follows)) return [];
    const rest = origin.segments.slice(base.segments.length);
    const map = placeOf(path.segments, rest.length > 0);
    const place = { ...path, segments: [...map, ...rest] };
    const merged = map.length < path.segments.length;
    // A mapping's own members win over merged ones.
    if (merged && hasOwn(tree, { ...path, segments: [...map, ...rest.slice(0, 1)] })) return [];
    return [{ path: place, line }, ...followers(tree, place, depth - 1)];
  });
}

function isWithin(address: string, collection: string): boolean {
  return address.startsWith(collection) && /^(?:$|[.[])/.test(address.slice(collection.length));
}

function hasOwn({ slots, containers }: Tree, path: Path): boolean {
  const address = printPath(path);
  return [...slots, ...containers].some((each) => printPath(each.path) === address);
}
