import { matchAt, type Quote, type ReadValue } from './value.ts';

/** A part of a word: a quoted string, or plain characters. Parts that touch are one value, as in a shell. */
interface Part {
  readonly end: number;
  readonly quote: Quote;
  /** `undefined` where the consumer computes it. */
  readonly value: string | undefined;
}

/** Reads one part; `undefined` where none begins there. */
type ReadPart = (text: string, at: number) => Part | undefined;

/** How a part is written: a sticky pattern whose first group is the body. */
export interface PartRule {
  readonly pattern: RegExp;
  readonly quote: Quote;
  readonly decode: (body: string) => string | undefined;
}

function partReader(rules: readonly PartRule[]): ReadPart {
  return (text, at) => {
    for (const { pattern, quote, decode } of rules) {
      const match = matchAt(pattern, text, at);
      if (match) return { end: at + match[0].length, quote, value: decode(match[1] ?? '') };
    }
    return undefined;
  };
}

/**
 * Makes the reader of a dialect whose values are words of a shell.
 *
 * @param rules the first that matches counts
 * @param rest sticky: what may follow a word on its line, up to the line's end
 * @param computed what the word as a whole may not look like, such as `~/key`
 */
export function wordValues(rules: readonly PartRule[], rest: RegExp, computed: RegExp): ReadValue {
  const readPart = partReader(rules);
  return (text, start) => {
    const parts: Part[] = [];
    let end = start;
    for (let part = readPart(text, end); part; part = readPart(text, end)) {
      parts.push(part);
      end = part.end;
    }
    const tail = matchAt(rest, text, end);
    if (!tail) return undefined;
    const known = parts.every(({ value }) => value !== undefined) && !computed.test(text.slice(start, end));
    return {
      start,
      end,
      quote: parts.length > 1 ? undefined : (parts[0]?.quote ?? ''),
      value: known ? parts.map(({ value }) => value).join('') : undefined,
      lineEnd: end + tail[0].length,
    };
  };
}
