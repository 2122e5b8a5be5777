import type { Language } from '../../shared/wording.ts';
import { languages } from './command-table.ts';
import { UsageError } from './errors.ts';
import { silent, speaking, type Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** The arguments without the flags that every command has. */
export interface Call {
  readonly words: readonly string[];
  readonly terminal: Terminal;
  /** `--help` was given. */
  readonly help: boolean;
}

/** The library has its own help under the last three. */
const helpWords: ReadonlySet<string> = new Set(['--help', '-h', '--help-all', '--helpAll', '-H']);

/**
 * Takes `--lang`, `--quiet` and `--help` out of the arguments, wherever they are before `--`.
 *
 * @throws UsageError where `--lang` has an unknown language
 */
export function readCommonFlags(inputs: readonly string[], terminal: Terminal): Call {
  const end = inputs.indexOf('--');
  const [head, tail] = end < 0 ? [inputs, []] : [inputs.slice(0, end), inputs.slice(end)];
  const words: string[] = [];
  const asked = { help: false, quiet: false };
  let { language } = terminal;
  for (let at = 0; at < head.length; at++) {
    const word = head[at] ?? '';
    if (word === '--quiet' || word === '-q') asked.quiet = true;
    else if (helpWords.has(word)) asked.help = true;
    else if (word === '--lang') language = readLanguage(head[++at], terminal);
    else if (word.startsWith('--lang=')) language = readLanguage(word.slice(7), terminal);
    else words.push(word);
  }
  const spoken = language === terminal.language ? terminal : speaking(terminal, language);
  const isQuiet = asked.quiet && !asked.help && !words.includes('--json');
  return {
    words: [...words, ...tail],
    terminal: isQuiet ? silent(spoken, spoken.complain) : spoken,
    help: asked.help,
  };
}

function readLanguage(word: string | undefined, { language }: Terminal): Language {
  const found = languages.find((each) => each === word);
  if (found) return found;
  const values = languages.join(', ');
  throw new UsageError(tell('flag-value', language, { flag: 'lang', values }), tell('lang-next', language));
}
