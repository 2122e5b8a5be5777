import { Refusal } from '../../shared/refusal.ts';
import type { Entry } from './format.ts';
import { flat, type Path, printPath, type Segment } from './path-address.ts';

/** A name that gets a value where no address can point: in a function or a call. */
export interface Elsewhere {
  /** The path of names to it, as far as the source shows it. */
  readonly names: readonly string[];
  readonly line: number;
}

/**
 * Refuses to add a name that source code already has in a place or form that the address does not cover: the two may be
 * the same to its reader.
 *
 * @param elsewhere called only where no entry has the name
 * @throws Refusal `entry-other-address` with the address of the other place, `entry-other-form` where it has none
 */
export function refuseOtherForm(
  wanted: Path,
  slots: readonly (Entry & { readonly path: Path })[],
  elsewhere: () => readonly Elsewhere[],
  { address, file }: { readonly address: string; readonly file: string },
): void {
  // The export may be the result of a function, which has no name.
  const name = bare(wanted.segments).replace(/^default\./, '');
  const hasName = (names: readonly Segment[]) => `.${bare(names)}`.endsWith(`.${name}`);
  const slot = slots.find(({ path }) => hasName(path.segments));
  if (slot) {
    throw new Refusal('entry-other-address', { file, line: slot.line, address, found: slot.address });
  }
  const other = elsewhere().find(({ names }) => hasName(names));
  if (other) throw new Refusal('entry-other-form', { file, line: other.line, address });
}

/** Names without the dollar sign of PHP's variables. */
function bare(segments: readonly Segment[]): string {
  return flat(
    segments.map((segment) => (typeof segment === 'string' ? segment.replace(/^\$/, '') : segment)),
  );
}

/** The values and collections of a file. */
export interface Places {
  readonly slots: readonly (Pick<Entry, 'address' | 'line'> & {
    readonly path: Path;
    readonly value?: Entry['value'];
  })[];
  readonly containers: readonly { readonly path: Path; readonly line: number }[];
  /** Maps names that are the same to some reader of the file to one text. */
  readonly sameName?: (segments: readonly Segment[]) => string;
}

/**
 * A name in the form in which lenient readers compare it: .NET ignores case and allows `:` or `__` between names, Spring
 * ignores case, dashes and underscores.
 */
export function looseName(segments: readonly Segment[]): string {
  return flat(segments).replace(/:|__/g, '.').replace(/[-_]/g, '').toLowerCase();
}

/**
 * Refuses to add an entry that the file already has under a name that is the same to `sameName`.
 *
 * @throws Refusal `entry-other-address`
 */
export function refuseLookalike(
  wanted: Path,
  { slots, containers, sameName = looseName }: Places,
  { address, file }: { readonly address: string; readonly file: string },
): void {
  const refuse = (line: number, found: string): never => {
    throw new Refusal('entry-other-address', { file, line, address, found });
  };
  const name = sameName(wanted.segments);
  const slot = slots.find(({ path }) => sameName(path.segments) === name);
  if (slot) refuse(slot.line, slot.address);
  refuseNamed(String(wanted.segments.at(-1)), slots, { address, file });
  for (let depth = wanted.segments.length - 1; depth > 0; depth--) {
    const above = wanted.segments.slice(0, depth);
    const loosely = containers.filter(({ path }) => sameName(path.segments) === sameName(above));
    if (loosely.some(({ path }) => flat(path.segments) === flat(above))) return;
    const [container] = loosely;
    if (container) {
      const rest = wanted.segments.slice(depth);
      refuse(container.line, printPath({ segments: [...container.path.segments, ...rest] }));
    }
  }
}

/**
 * Refuses to add a name that is itself a value in the file: `- name: NAME` with a `value:` beside it, as in Kubernetes and
 * ECS, or `NAME=…` in a list of environment variables.
 *
 * @throws Refusal `entry-other-address`, `entry-other-form`
 */
function refuseNamed(
  name: string,
  slots: Places['slots'],
  { address, file }: { readonly address: string; readonly file: string },
): void {
  for (const { path, value, line } of slots) {
    if (value?.startsWith(`${name}=`)) throw new Refusal('entry-other-form', { file, line, address });
    if (value !== name || !/^(?:name|key)$/i.test(String(path.segments.at(-1)))) continue;
    const above = printPath({ segments: path.segments.slice(0, -1) }).toLowerCase();
    const beside = slots.find((slot) => slot.address.toLowerCase() === `${above}.value`);
    if (beside) {
      throw new Refusal('entry-other-address', { file, line: beside.line, address, found: beside.address });
    }
  }
}
