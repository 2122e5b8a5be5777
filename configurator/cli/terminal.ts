import { randomUUID } from 'node:crypto';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { visible } from '../../shared/outside-text.ts';
import type { Language } from '../../shared/wording.ts';
import { type Output, standardInput } from './standard-streams.ts';

/**
 * The language of the locale, by the rules of POSIX: `LC_ALL`, then `LC_MESSAGES`, then `LANG`. If none is set, as on Windows,
 * that of the system.
 */
export function languageOf(
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
  ofSystem = () => new Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  return /^fr(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || ofSystem()) ? 'fr' : 'en';
}

/** In milliseconds. Shorter work needs no progress line. */
const quick = 1000;

/** In milliseconds between updates: often enough to be seen moving. */
const pause = 100;

/**
 * A progress line at the end of a terminal, which each update replaces; nothing where the stream is not a terminal.
 *
 * @param open returns the stream, which Node creates on first access; that takes longer than many a command
 */
function passingLine(open: () => Pick<WriteStream, 'isTTY' | 'write'>, term: string | undefined) {
  const started = Date.now();
  let last = started + quick - pause;
  let shown = false;
  return {
    show(text: string): void {
      const now = Date.now();
      // A `dumb` terminal cannot erase a line.
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
 * Colours are the only terminal controls that we print. A random mark stands for the escape character until `shown` has
 * escaped everything else, so that no name in a line can imitate it.
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
 * A command's output. Nothing else writes to a terminal except the prompts. Control characters in a name, a value, an answer
 * or another program's text are shown escaped, also in `--json` and where the output is not a terminal.
 */
export interface Terminal {
  readonly language: Language;
  /** Its width in characters. */
  readonly columns: number;
  readonly input: AsyncIterable<Uint8Array>;
  /** Input and output are terminals, so questions can be asked. */
  readonly interactive: boolean;
  /** Prints a line of the command's output on standard output. A line break in it is escaped. */
  readonly print: (line: string) => void;
  /** Prints a text of several lines that this program made itself, on standard output. */
  readonly printText: (text: string) => void;
  /** Prints an error on standard error, after the program's name. */
  readonly complain: (line: string) => void;
  readonly paint: (colour: Colour, text: string) => string;
  /** Shows the progress of work that takes over a second, in a line that is erased afterwards; only on a terminal. */
  readonly progress: (text: string) => void;
}

/** The terminal of this process. Colours only on a terminal without NO_COLOR. */
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
      // Node opens standard input on first access, which takes longer than many a command.
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
 * The same terminal for `--json`, where standard output has only the document, and for `--quiet`: nobody is asked, as the
 * context of a question would be missing.
 *
 * @param complain prints errors; left out, they are in the document
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
