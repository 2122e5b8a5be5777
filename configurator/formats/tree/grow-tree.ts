import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit } from '../format.ts';
import { type Address, matcher, parseAddress, type Segment } from '../path-address.ts';
import type { TitledContext } from '../slot.ts';
import type { Branch, Container, Grow, Tree } from './tree.ts';

interface Candidate {
  readonly grow: Grow;
  readonly line: number;
  /** Left out where an empty value will become a container. */
  readonly container?: Container;
}

interface Target extends Candidate {
  readonly rest: readonly string[];
}

/**
 * Adds missing entries, each to the deepest existing container of its address. Entries for one container are added
 * together, so that a new parent of several is created once.
 *
 * @throws Refusal `entry-missing` where no container takes it; `entry-duplicate` where several may; `entry-not-literal`
 */
export function growTree(tree: Tree, missing: readonly Assignment[], context: TitledContext): Edit[] {
  const branches = new Map<Grow, { readonly target: Target; readonly branch: Branch }>();
  for (const assignment of missing) {
    const target = findTarget(tree, assignment.address, context);
    const { branch } = branches.get(target.grow) ?? { branch: new Map() };
    branches.set(target.grow, { target, branch });
    if (!addTo(branch, target.rest, assignment)) throw missingEntry(assignment.address, context);
  }
  return [...branches.values()].toSorted(innerFirst).flatMap(({ target, branch }) => {
    const edits = target.grow(branch);
    if (!edits) throw missingEntry(firstAddress(branch), context);
    return edits;
  });
}

/** Where several containers end at the same place, additions to the inner one must come first. */
function innerFirst(
  { target: a }: { readonly target: Target },
  { target: b }: { readonly target: Target },
): number {
  return b.line - a.line || a.rest.length - b.rest.length;
}

function firstAddress(branch: Branch): string {
  const [first] = branch.values();
  return first instanceof Map ? firstAddress(first) : (first?.address ?? '');
}

function missingEntry(address: string, { file }: TitledContext): Refusal {
  return new Refusal('entry-missing', { file, address });
}

function findTarget(tree: Tree, address: string, context: TitledContext): Target {
  const wanted = parseAddress(address);
  if (!wanted) throw missingEntry(address, context);
  const { segments } = wanted;
  refuseCollection(tree, wanted, address, context);
  for (let depth = segments.length - 1; depth >= 0; depth--) {
    const target = targetAt(tree, { ...wanted, segments: segments.slice(0, depth) }, address, context);
    const rest = segments.slice(depth);
    if (target) return checkRest(tree, target, rest, address, context);
  }
  throw missingEntry(address, context);
}

/** The one target at a prefix of the address. */
function targetAt(
  tree: Tree,
  prefix: Address,
  address: string,
  context: TitledContext,
): Candidate | undefined {
  const matches = matcher(prefix);
  const candidates: Candidate[] = tree.containers
    .filter(({ path }) => matches(path))
    .map((container) => ({ grow: container.grow, line: container.line, container }));
  for (const { path, grow, line } of tree.slots) if (grow && matches(path)) candidates.push({ grow, line });
  if (candidates.length < 2) return candidates[0];
  if (prefix.segments.length === 0) throw missingEntry(address, context);
  const lines = candidates.map(({ line }) => line).join(', ');
  throw new Refusal('entry-duplicate', { file: context.file, address, lines });
}

/** Refuses where the rest of an address would overwrite or duplicate something. */
function checkRest(
  tree: Tree,
  candidate: Candidate,
  rest: readonly Segment[],
  address: string,
  context: TitledContext,
): Target {
  const { container } = candidate;
  const names = rest.filter((segment) => typeof segment === 'string');
  const [first = ''] = names;
  if (names.length !== rest.length) throw missingEntry(address, context);
  if (!container?.names.has(first)) return { ...candidate, rest: names };
  const { document, segments } = container.path;
  const blocks = matcher({
    segments: [...segments, first],
    quoted: true,
    ...(document !== undefined && { document }),
  });
  const computed = tree.slots.find(({ path, write }) => !write && blocks(path));
  if (!computed) throw missingEntry(address, context);
  throw new Refusal('entry-not-literal', { file: context.file, line: computed.line, address });
}

function refuseCollection(tree: Tree, wanted: Address, address: string, { file }: TitledContext): void {
  const matches = matcher(wanted);
  const collection = tree.containers.find(({ path }) => matches(path));
  if (collection) throw new Refusal('entry-not-literal', { file, line: collection.line, address });
}

/** @returns false where the rest passes through another value or ends on a branch */
function addTo(branch: Branch, rest: readonly string[], assignment: Assignment): boolean {
  const [name = '', ...deeper] = rest;
  const there = branch.get(name);
  if (deeper.length === 0) {
    if (there) return false;
    branch.set(name, assignment);
    return true;
  }
  const below = there ?? new Map<string, Assignment | Branch>();
  if (!(below instanceof Map)) return false;
  branch.set(name, below);
  return addTo(below, deeper, assignment);
}
