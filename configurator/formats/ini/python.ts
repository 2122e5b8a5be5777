import { type Placeholder, placeholderIn } from '../literals.ts';
import { type Dialect, emptyPlace, type IniFile, type Meaning, type Pair, type Section } from './dialect.ts';

const line = /([^\r\n]*)(?:\r\n|[\r\n]|$)/g;
const header = /^\[(.+)\]/;
const option = /^([^=:]*?)\s*([=:])\s*/;

/** White space to Python and not to JavaScript, or the other way round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const strange = /[\v\f\x1c-\x1f\x85\ufeff]/;

/** Python's `configparser` with its defaults. Quotes are a part of the value. */
export const python: Dialect = {
  word: 'python',
  read,
  spell,
  fold: (key) => key.toLowerCase(),
  key: /^[\w.-]+$/,
  global: false,
  repeated: 'DEFAULT',
};

/** A pair whose value may continue on the next line. */
interface Open {
  pair: Pair;
  readonly parts: string[];
  /** Blank lines since the last part: they belong to the value if it continues. */
  blank: number;
  /** There is a comment after the last line of the value, so inside the value if it continues. */
  commented: boolean;
  interrupted: boolean;
}

function read(text: string, refuse: (offset: number) => never): IniFile {
  const odd = strange.exec(text);
  if (odd) refuse(odd.index);
  const sections: Section[] = [];
  const opened: Open[] = [];
  let current: Open | undefined;
  let indentation = 0;
  for (const { 1: source = '', index: offset } of text.matchAll(line)) {
    const content = source.trim();
    if (content === '' || /^[#;]/.test(content)) {
      if (current && content === '') current.blank++;
      else if (current) current.commented = true;
      continue;
    }
    const indent = source.length - source.trimStart().length;
    if (current && indent > indentation) {
      continueValue(current, content, offset + indent, offset + source.length);
      continue;
    }
    indentation = indent;
    const name = header.exec(content)?.[1];
    current = undefined;
    if (name !== undefined) {
      sections.push({ name, offset, lineEndOffset: offset + source.length });
      continue;
    }
    current = openPair(text, source, offset, sections.at(-1)?.name) ?? refuse(offset);
    opened.push(current);
  }
  return { sections, pairs: opened.map(closePair) };
}

/** @returns `undefined` where the parser refuses the line */
function openPair(
  text: string,
  source: string,
  offset: number,
  section: string | undefined,
): Open | undefined {
  const indent = source.length - source.trimStart().length;
  const content = source.trim();
  const [head, key = ''] = option.exec(content) ?? [];
  if (section === undefined || head === undefined || key === '') return undefined;
  const keyStart = offset + indent;
  const value = content.slice(head.length);
  const place = emptyPlace(text, keyStart + head.trimEnd().length);
  const start = value === '' ? place : keyStart + head.length;
  const lineEndOffset = offset + source.length;
  const keyEnd = keyStart + key.length;
  const range = {
    lineStartOffset: offset,
    keyStart,
    keyEnd,
    start,
    end: start + value.length,
    lineEndOffset,
  };
  const meaning = { value, exact: true, quote: '' } as const;
  const pair: Pair = { section, key: key.toLowerCase(), member: undefined, ...range, ...meaning };
  return { pair, parts: [value], blank: 0, commented: false, interrupted: false };
}

function continueValue(open: Open, content: string, start: number, lineEndOffset: number): void {
  for (; open.blank > 0; open.blank--) open.parts.push('');
  open.parts.push(content);
  open.interrupted ||= open.commented;
  open.pair = { ...open.pair, end: start + content.length, lineEndOffset };
}

function closePair({ pair, parts, interrupted }: Open): Pair {
  return { ...pair, ...meaningOf(parts.join('\n'), interrupted) };
}

/** A text with interpolation, or with comments between its lines. */
const unknown: Placeholder = { variable: undefined };

function meaningOf(value: string, interrupted: boolean): Meaning {
  const computed = interrupted || /%\(|\$\{/.test(value) ? (placeholderIn(value) ?? unknown) : undefined;
  if (computed) return { value: undefined, exact: false, computed, quote: '' };
  // `%%` is one character with interpolation and two without it; a single `%` is an error with it.
  return value.includes('%')
    ? { value: undefined, exact: false, quote: '' }
    : { value, exact: true, quote: '' };
}

/**
 * Interpolation gives `%` or `$` a meaning. Many programs configure the parser to end a value at a comment.
 */
function spell(value: string): string | undefined {
  if (/[%$\p{Cc}\u2028\u2029\ufeff]/u.test(value) || /(?:^|\s)[#;]/.test(value)) return undefined;
  return value === value.trim() ? value : undefined;
}
