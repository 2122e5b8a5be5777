import { decodeEscapes } from './escapes.ts';
import { type LogicalLine, logicalLines } from './logical-lines.ts';

/** A key and its value, as `java.util.Properties` reads them. */
export interface Property {
  /** `undefined` where an escape is malformed. */
  readonly key: string | undefined;
  readonly value: string | undefined;
  /** What stands between key and value; empty where nothing does, and a value put there would lengthen the key. */
  readonly separator: string;
  /** Where the key begins. */
  readonly offset: number;
  /** The range of the value. */
  readonly start: number;
  readonly end: number;
}

const keyPart = /^(?:[^\\ \t\f=:]+|\\[\s\S])*/;
const separatorPart = /^[ \t\f]*(?:[=:][ \t\f]*)?/;

export function properties(text: string): Property[] {
  return Array.from(logicalLines(text), cut);
}

function cut({ text, offsetOf, end }: LogicalLine): Property {
  const key = keyPart.exec(text)?.[0] ?? '';
  const separator = separatorPart.exec(text.slice(key.length))?.[0] ?? '';
  const valueAt = key.length + separator.length;
  return {
    key: decodeEscapes(key),
    value: decodeEscapes(text.slice(valueAt)),
    separator,
    offset: offsetOf(0),
    start: offsetOf(valueAt),
    end,
  };
}
