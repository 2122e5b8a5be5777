import { Refusal } from '../../shared/refusal.ts';
import type { Entry } from './format.ts';
import { flat, type Path, printPath, type Segment } from './path-address.ts';

/** A name to which the source gives a value where no address reaches: in a function, in a call. */
export interface Elsewhere {
  /** The names that lead to it, as far as the source shows them. */
  readonly names: readonly string[];
  readonly line: number;
}

/**
 * Refuses to add what source code has already, in a place or a form that the address does not mean: its reader may take
 * the two for the same.
 *
 * @param elsewhere asked only where no entry has the name
 * @throws Refusal `entry-other-address` with the address that reaches it, `entry-other-form` where none does
 */
export function refuseOtherForm(
  wanted: Path,
  slots: readonly (Entry & { readonly path: Path })[],
  elsewhere: () => readonly Elsewhere[],
  { address, file }: { readonly address: string; readonly file: string },
): void {
  // What a file exports may be made by a function, whose value has no name.
  const name = bare(wanted.segments).replace(/^default\./, '');
  const endsSo = (names: readonly Segment[]) => `.${bare(names)}`.endsWith(`.${name}`);
  const slot = slots.find(({ path }) => endsSo(path.segments));
  if (slot) {
    throw new Refusal('entry-other-address', { file, line: slot.line, address, found: slot.address });
  }
  const other = elsewhere().find(({ names }) => endsSo(names));
  if (other) throw new Refusal('entry-other-form', { file, line: other.line, address });
}

/** Names without the dollar sign of PHP's variables. */
function bare(segments: readonly Segment[]): string {
  return flat(
    segments.map((segment) => (typeof segment === 'string' ? segment.replace(/^\$/, '') : segment)),
  );
}

/** Where a file has its values and collections. */
export interface Places {
  readonly slots: readonly (Pick<Entry, 'address' | 'line'> & {
    readonly path: Path;
    readonly value?: Entry['value'];
  })[];
  readonly containers: readonly { readonly path: Path; readonly line: number }[];
  /** Gives the same for names that a reader of the file may take for one. */
  readonly sameName?: (segments: readonly Segment[]) => string;
}

/**
 * Says what a name is for readers that compare freely: .NET takes no notice of case and has `:` or `__` between names,
 * Spring takes no notice of case, dashes and underscores.
 */
export function looseName(segments: readonly Segment[]): string {
  return flat(segments).replace(/:|__/g, '.').replace(/[-_]/g, '').toLowerCase();
}

/**
 * Refuses to add an entry to a file that has it already but for what `sameName` takes no notice of: case, dashes and what
 * stands between the names.
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
 * Refuses to add a name that a value says: `- name: NAME` with a `value:` beside it, as Kubernetes and ECS have it, or
 * `NAME=…`, as in lists of environment variables.
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
