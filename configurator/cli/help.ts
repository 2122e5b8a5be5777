import { version } from '../../package.json';
import { type CommandEntry, commonFlags, type FlagEntry, groups } from './command-table.ts';
import { type Example, examples, firstSteps, lineOf } from './examples.ts';
import type { Terminal } from './terminal.ts';
import { type PlainKey, tell } from './texts.ts';

/** Longer lines are hard to read, however wide the window is. */
const widest = 100;
const narrowest = 40;

/** A term and its description, side by side. */
export type Row = readonly [term: string, text: string];

/** The help of the program: the commands by groups, and the first steps. */
export function showHelp(table: readonly CommandEntry[], terminal: Terminal): void {
  const { language } = terminal;
  const page = new Page(terminal);
  page.text(`cle ${version}: ${tell('about-cle', language)}`);
  page.section('help-usage', [['cle COMMAND …', '']]);
  for (const [group, names] of Object.entries(groups)) {
    const entries = names.flatMap((name) => table.find((entry) => entry.name === name) ?? []);
    page.section(
      `help-${group as keyof typeof groups}`,
      entries.map(({ name, brief }) => [name, brief]),
    );
  }
  page.section('help-flags', [
    ...flagRows(commonFlags(language)),
    ['--version', tell('about-version', language)],
  ]);
  page.section('help-examples', exampleRows(firstSteps, terminal));
  page.section('help-statuses', statusRows(terminal));
  page.section('help-more', [
    ['cle', tell('help-more-alone', language)],
    ['cle help COMMAND', tell('help-more-command', language)],
    ['man cle', tell('help-more-man', language)],
  ]);
  page.print();
}

/** The help of one command. */
export function showCommandHelp(entry: CommandEntry, terminal: Terminal): void {
  const { name, brief, flags, operand } = entry;
  const page = new Page(terminal);
  page.text(brief);
  page.section('help-usage', [[usageOf(entry), '']]);
  if (operand) page.section('help-arguments', [[operand.placeholder, operand.brief]]);
  page.section('help-flags', flagRows(flags));
  page.section('help-examples', exampleRows(examples[name] ?? [], terminal));
  page.print();
}

/** The usage of a command, on one line. */
export function usageOf({ name, operand }: CommandEntry): string {
  return ['cle', name, ...(operand ? [`[${operand.placeholder}]`] : []), '[--…]'].join(' ');
}

/** Each flag with its value's name, and what it does. */
export function flagRows(flags: readonly FlagEntry[]): Row[] {
  return flags.map(({ flag, placeholder, brief }) => [
    placeholder === undefined ? flag : `${flag} ${placeholder}`,
    brief,
  ]);
}

function exampleRows(list: readonly Example[], { language }: Terminal): Row[] {
  return list.map((example) => [lineOf(example, language), example.about[language]]);
}

/** The meaning of each exit status. */
export function statusRows({ language }: Pick<Terminal, 'language'>): Row[] {
  const statuses = [0, 1, 2, 3, 4, 130] as const;
  return statuses.map((status) => [String(status), tell(`status-${status}`, language)]);
}

/** A text in sections, wrapped to the terminal's width. */
export class Page {
  readonly #terminal: Terminal;
  readonly #lines: string[] = [];
  readonly #width: number;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.#width = Math.max(narrowest, Math.min(widest, terminal.columns));
  }

  text(text: string): void {
    this.#lines.push(...wrap(text, this.#width));
  }

  section(title: PlainKey, rows: readonly Row[]): void {
    const { paint, language } = this.#terminal;
    this.#lines.push('', paint('bold', tell(title, language)));
    const longest = Math.max(...rows.map(([term]) => term.length));
    const column = Math.min(longest, Math.floor(this.#width / 3)) + 4;
    for (const [term, text] of rows) {
      const told = wrap(text, this.#width - column);
      const fits = term.length + 4 <= column;
      const [first = ''] = fits ? told.splice(0, 1) : [];
      const gap = ' '.repeat(Math.max(0, column - 2 - term.length));
      this.#lines.push(`  ${paint('cyan', term)}${fits ? gap : ''}${first}`.trimEnd());
      this.#lines.push(...told.map((line) => `${' '.repeat(column)}${line}`));
    }
  }

  print(): void {
    this.#terminal.printText(this.#lines.join('\n'));
  }
}

/** Wraps a text at spaces, but not at no-break spaces. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
