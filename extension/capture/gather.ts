import { looksMasked } from '../../shared/access-key.ts';
import { bare, encodedIn } from './text.ts';
import { fieldOfLabel } from './words.ts';

/** The texts that a person has pasted from one pop-up, each line for itself. They hold secrets: never show them. */
export type Pasted = readonly (readonly string[])[];

/** More lines than any pop-up has. */
const most = 100;

/** What the pasted texts come to. Only `masked` and `reference` may be shown. */
export interface Gathered {
  readonly authorization: string | undefined;
  /** The value that the Authorization encodes, where it was pasted too. */
  readonly accessKey: string | undefined;
  readonly reference: string | undefined;
  /** What was pasted last is hidden or shortened, as the page shows it. */
  readonly isMasked: boolean;
  /** There is an Authorization, and more texts than the one that may be a reference, but none is its value. */
  readonly isMismatch: boolean;
}

/** Takes in one more text: a single field, or the whole pop-up. */
export function paste(pasted: Pasted, text: string): Pasted {
  const lines = text.split('\n').map(bare).filter(Boolean).slice(0, most);
  return lines.length === 0 ? pasted : [...pasted, lines].slice(-most);
}

/**
 * Tells the fields apart, in whatever order they came: by the Authorization, which says what the value must be. Nothing is
 * taken for a key that is not shown in both.
 */
export function gather(pasted: Pasted): Gathered {
  const lines = pasted.flat();
  const authorization = lines.findLast((line) => encodedIn(line) !== undefined);
  const encoded = authorization === undefined ? undefined : encodedIn(authorization);
  const accessKey = lines.find((line) => line === encoded);
  const others = pasted.flatMap(fieldsIn).filter((line) => line !== encoded && encodedIn(line) === undefined);
  return {
    authorization,
    accessKey,
    reference: accessKey === undefined ? undefined : referenceIn(pasted, others),
    isMasked: pasted.at(-1)?.some(looksMasked) ?? false,
    isMismatch: authorization !== undefined && accessKey === undefined && others.length > 1,
  };
}

/** The lines that may be fields: all of a single one, none of a whole pop-up, whose words are many. */
function fieldsIn(lines: readonly string[]): readonly string[] {
  return lines.length === 1 ? lines.filter((line) => /^[\x21-\x7e]{1,200}$/.test(line)) : [];
}

/** In a whole pop-up it follows its label; alone, it is what is neither value nor Authorization. */
function referenceIn(pasted: Pasted, others: readonly string[]): string | undefined {
  const labelled = pasted.flatMap((lines) =>
    lines.filter((_, at) => fieldOfLabel(lines[at - 1] ?? '') === 'reference'),
  );
  return [...labelled, ...others].findLast((line) => fieldOfLabel(line) === undefined && !looksMasked(line));
}
