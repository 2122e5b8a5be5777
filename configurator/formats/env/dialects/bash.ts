import { backslash, type Dialect, head, whole } from '../dialect.ts';
import { wordValues } from '../values.ts';

/** `undefined` where a variable or a command stands. */
function decodeDouble(body: string): string | undefined {
  if (/(?<!\\)(?:\\\\)*[$`]/.test(body)) return undefined;
  return body.replace(/\\(["\\$`\n])/g, (_, character: string) => (character === '\n' ? '' : character));
}

function computed(): undefined {
  return undefined;
}

const name = '[A-Za-z_]\\w*';

/** Lines that a shell runs without opening a string or a here-document and without setting a variable. */
function isPlainCommand(line: string): boolean {
  return !/['"`\\<=({]/.test(line);
}

/** A file that a POSIX shell sources. */
export const bash: Dialect = {
  word: 'bash',
  head: head(name, '='),
  name: whole(name),
  readValue: wordValues(
    [
      { pattern: /'([^']*)'/y, quote: "'", decode: (body) => body },
      { pattern: /"((?:[^"\\]|\\[\s\S])*)"/y, quote: '"', decode: decodeDouble },
      { pattern: /\$'(?:[^'\\]|\\[\s\S])*'/y, quote: '', decode: computed },
      { pattern: /\$\([^()'"`\\\n]*\)/y, quote: '', decode: computed },
      { pattern: /\$\{[^{}'"`\\\n]*\}/y, quote: '', decode: computed },
      { pattern: /`[^`'"\\\n]*`/y, quote: '', decode: computed },
      { pattern: /\$[\w@*#?$!-]?/y, quote: '', decode: computed },
      {
        pattern: /((?:[^\s'"`$\\;&|<>()]|\\[^\n])+)/y,
        quote: '',
        decode: (body) => body.replace(/\\(.)/g, '$1'),
      },
    ],
    /[ \t]*(?:;[ \t]*)?(?:(?<=[\s;])#[^\n]*)?(?=\n|$)/y,
    /^~|:~/,
  ),
  skips: isPlainCommand,
  // A shell takes CR for a part of the value.
  refused: /\r/,
  quotes: ["'"],
  encode: (value, quote) => {
    if (quote === "'") return value.replaceAll("'", "'\\''");
    return quote === '"' ? backslash(value, /["\\$`]/g) : value;
  },
};
