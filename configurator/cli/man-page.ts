import { version } from '../../package.json';
import { type CommandEntry, commandTable, commonFlags } from './command-table.ts';
import { commands } from './commands.ts';
import { examples, lineOf } from './examples.ts';
import { flagRows, type Row, statusRows, usageOf } from './help.ts';
import { tell } from './texts.ts';

const language = 'en';

/** The manual page for `man`, made from the table of commands. */
export function manPage(): string {
  const table = commandTable(commands(language), language);
  return [
    `.TH CLE 1 "" "cle-en-main ${version}" "cle-en-main"`,
    '.SH NAME',
    `cle \\- ${escaped(tell('about-cle', language))}`,
    '.SH SYNOPSIS',
    '.B cle',
    '.RI [ command ]',
    '.RI [ flags ]',
    '.SH DESCRIPTION',
    escaped(`By itself it ${tell('about-alone', language)}.`),
    '.SH COMMANDS',
    ...table.flatMap(commandSection),
    '.SH FLAGS OF EVERY COMMAND',
    ...rows(flagRows(commonFlags(language))),
    '.SH EXIT STATUS',
    ...rows(statusRows({ language })),
    '.SH FILES',
    ...rows([['cle.config.yaml', tell('man-project-file', language)]]),
    '.SH ENVIRONMENT',
    ...rows([
      ['CLE_HOME', tell('man-home', language)],
      ['CLE_IDENTITY_FILE', tell('man-identity-file', language)],
      ['HTTPS_PROXY, NO_PROXY', tell('man-proxy', language)],
      ['NO_COLOR', tell('man-no-color', language)],
    ]),
    '',
  ].join('\n');
}

function commandSection(entry: CommandEntry): string[] {
  const { name, brief, flags, operand } = entry;
  const common = new Set(commonFlags(language).map(({ flag }) => flag));
  const own = flags.filter(({ flag }) => !common.has(flag));
  return [
    `.SS ${escaped(usageOf(entry))}`,
    escaped(brief),
    ...rows(operand ? [[operand.placeholder, operand.brief]] : []),
    ...rows(flagRows(own)),
    ...(examples[name] ?? []).flatMap((example) => [
      '.PP',
      escaped(`${example.about[language]}:`),
      '.RS',
      `.B ${escaped(lineOf(example, language))}`,
      '.RE',
    ]),
  ];
}

function rows(list: readonly Row[]): string[] {
  return list.flatMap(([term, text]) => ['.TP', `.B ${escaped(term)}`, escaped(text)]);
}

/** Escapes a text for roff: a leading dot or quote, backslashes, and hyphens, which must stay copyable. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&')
    .replaceAll('’', '\\(cq')
    .replaceAll('…', '...');
}
