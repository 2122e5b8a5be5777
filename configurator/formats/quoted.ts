import { doubleQuoted } from './double-quoted.ts';

export type Sign = "'" | '"' | '`';

/** What double quotes escape and other quotes need not, and the other way round. */
const otherwise: Readonly<Record<Sign, RegExp>> = {
  '"': /(?!)/g,
  "'": /\\[\s\S]|'/g,
  '`': /\\[\s\S]|`|\$(?=\{)/g,
};

/** A value between quotes, with those escapes only that JavaScript and Python read alike; backticks are JavaScript's. */
export function quoted(value: string, sign: Sign): string {
  const body = doubleQuoted(value).slice(1, -1);
  const escaped = (source: string) => {
    if (source === '\\"') return '"';
    return source.startsWith('\\') ? source : `\\${source}`;
  };
  return sign + body.replace(otherwise[sign], escaped) + sign;
}
