import { randomUUID } from 'node:crypto';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { visible } from '../../shared/outside-text.ts';
import type { Language } from '../../shared/wording.ts';
import { type Output, standardInput } from './standard-streams.ts';

/**
 * The language of a locale's environment, by the rules of POSIX: `LC_ALL` wins over `LC_MESSAGES` over `LANG`. Where none says,
 * as on Windows, that of the system.
 */
export function languageOf(
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
  ofSystem = () => new Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  return /^fr(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || ofSystem()) ? 'fr' : 'en';
}

/** What takes less long needs no word. */
const quick = 1000;

/** Often enough to be seen moving. */
const pause = 100;

/**
 * A line at the end of a terminal that each next one takes the place of; nothing where the stream is no terminal.
 *
 * @param open gives the stream: Node makes it when it is first looked at, which takes longer than many a command
 */
function passingLine(open: () => Pick<WriteStream, 'isTTY' | 'write'>, term: string | undefined) {
  const started = Date.now();
  let last = started + quick - pause;
  let shown = false;
  return {
    show(text: string): void {
      const now = Date.now();
      // `dumb` has no way to take a line back.
      if (now - last < pause || term === 'dumb' || !open().isTTY) return;
      open().write(`\r\x1b[2K${visible(text)}`);
      last = now;
      shown = true;
    },
    clear(): void {
      if (shown) open().write('\r\x1b[2K');
      shown = false;
    },
  };
}

type Colour = Parameters<typeof styleText>[0];

const escapeCharacter = '\x1b';

/**
 * Colours, as the one thing that may act on a terminal: a mark that nobody else can know stands for the escape character
 * until `shown` makes everything else visible. So a name in a line can imitate none of them.
 */
function colours(coloured: boolean): Pick<Terminal, 'paint'> & { shown: (line: string) => string } {
  if (!coloured) return { paint: (_, text) => text, shown: visible };
  const mark = randomUUID();
  return {
    paint: (colour, text) => {
      const [open = '', close = ''] = styleText(colour, '|').replaceAll(escapeCharacter, mark).split('|');
      return `${open}${text}${close}`;
    },
    shown: (line) => visible(line).replaceAll(mark, escapeCharacter),
  };
}

/**
 * How a command speaks to whoever started it. Nothing else writes to a terminal but the prompts: whatever acts on one, in a
 * name, a value, an answer or a text of another program, is shown escaped, also in `--json` and where nobody looks.
 */
export interface Terminal {
  readonly language: Language;
  /** How many characters a line of it holds. */
  readonly columns: number;
  readonly input: AsyncIterable<Uint8Array>;
  /** A person sits at both ends, so that questions can be asked. */
  readonly interactive: boolean;
  /** A line of what the command is for, on standard output. A line end in it is shown: it begins no line of its own. */
  readonly print: (line: string) => void;
  /** A text of several lines that this program has made itself, on standard output. */
  readonly printText: (text: string) => void;
  /** A line of what went wrong, on standard error, after the program's name. */
  readonly complain: (line: string) => void;
  readonly paint: (colour: Colour, text: string) => string;
  /** Says how far a work is that takes over a second, in a line that goes again; only where a person looks at it. */
  readonly progress: (text: string) => void;
}

/** The terminal of this process. Colours only where a person looks at them and does not set NO_COLOR. */
export function terminalOf(process: NodeJS.Process, output: Output): Terminal {
  const { env } = process;
  const { NO_COLOR, TERM } = env;
  const coloured = output.isTerminal && !NO_COLOR && TERM !== 'dumb';
  const { paint, shown } = colours(coloured);
  const { show, clear } = passingLine(() => process.stderr, TERM);
  return {
    language: languageOf(env),
    columns: output.columns,
    get input() {
      return standardInput(process);
    },
    get interactive() {
      // Node opens standard input when it is first looked at, which takes longer than many a command.
      return Boolean(output.isTerminal && process.stdin.isTTY);
    },
    print: (line) => {
      clear();
      output.write(`${shown(line)}\n`);
    },
    printText: (text) => {
      clear();
      output.write(`${text.split('\n').map(shown).join('\n')}\n`);
    },
    complain: (line) => {
      clear();
      process.stderr.write(`cle: ${shown(line)}\n`);
    },
    progress: show,
    paint,
  };
}

/**
 * The same terminal for `--json`, whose one document is all that standard output is for, and for `--quiet`: nobody is asked,
 * as a question would come without what it is about.
 *
 * @param complain says what goes wrong; left out, it is in the document
 */
export function silent(terminal: Terminal, complain: Terminal['complain'] = () => {}): Terminal {
  const { language, columns, paint } = terminal;
  return {
    language,
    columns,
    paint,
    complain,
    get input() {
      return terminal.input;
    },
    interactive: false,
    print: () => {},
    printText: () => {},
    progress: () => {},
  };
}

/** The same terminal in another language. */
export function speaking(terminal: Terminal, language: Language): Terminal {
  const { columns, print, printText, complain, paint, progress } = terminal;
  return {
    language,
    columns,
    print,
    printText,
    complain,
    paint,
    progress,
    get input() {
      return terminal.input;
    },
    get interactive() {
      return terminal.interactive;
    },
  };
}
