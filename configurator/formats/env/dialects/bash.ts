import { backslash, type Dialect, head, whole } from '../dialect.ts';
import { wordValues } from '../values.ts';

/** `undefined` where there is a variable or a command. */
function decodeDouble(body: string): string | undefined {
  if (/(?<!\\)(?:\\\\)*[$`]/.test(body)) return undefined;
  return body.replace(/\\(["\\$`\n])/g, (_, character: string) => (character === '\n' ? '' : character));
}

function computed(): undefined {
  return undefined;
}

const name = '[A-Za-z_]\\w*';

/** Words that may keep other lines from running, change how they run, or set or unset a variable. */
const control =
  /(?:^|[\s;&|!])(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select|function|coproc|exit|return|exec|eval|trap|break|continue|read|mapfile|readarray|getopts|declare|typeset|local|readonly|let|unset)(?=[\s;&|]|$)/;

/**
 * Whether a line opens no string, block or here-document, and cannot affect what other lines set. An `unset` counts, as
 * its names are known.
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
  // To a shell, CR is part of the value.
  refused: /\r/,
  quotes: ["'"],
  encode: (value, quote) => {
    if (quote === "'") return value.replaceAll("'", "'\\''");
    return quote === '"' ? backslash(value, /["\\$`]/g) : value;
  },
};
