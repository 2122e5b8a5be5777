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

/** Words after which other lines may not run, or may run otherwise, or that set or take away a variable. */
const control =
  /(?:^|[\s;&|!])(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select|function|coproc|exit|return|exec|eval|trap|break|continue|read|mapfile|readarray|getopts|declare|typeset|local|readonly|let|unset)(?=[\s;&|]|$)/;

/**
 * Lines that a shell runs without opening a string, a block or a here-document, and without a say in what other lines
 * set; and an `unset`, whose names are known.
 */
function isPlainCommand(line: string): boolean {
  if (/^\s*unset(?:[ \t]+-v)?(?:[ \t]+\w+)+[ \t]*;?\s*$/.test(line)) return true;
  return !/['"`\\<=(){}]|(?:&&|\|)\s*$/.test(line) && !control.test(line);
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
  isScript: true,
  // A shell takes CR for a part of the value.
  refused: /\r/,
  quotes: ["'"],
  encode: (value, quote) => {
    if (quote === "'") return value.replaceAll("'", "'\\''");
    return quote === '"' ? backslash(value, /["\\$`]/g) : value;
  },
};
