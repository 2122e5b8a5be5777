import type { CommandEntry, Value } from '../command-table.ts';

export function fishCompletion(table: readonly CommandEntry[]): string {
  const first = 'complete -c cle -n __fish_use_subcommand';
  return [
    'complete -c cle -f',
    `${first} -l help`,
    `${first} -l version`,
    ...table.map(({ name, brief }) => `${first} -a ${name} -d ${quote(brief)}`),
    ...table.flatMap(({ name, flags, argument }) => {
      const after = `complete -c cle -n '__fish_seen_subcommand_from ${name}'`;
      const own = flags.map(
        ({ flag, brief, value }) => `${after} -l ${flag.slice(2)}${taking(value)} -d ${quote(brief)}`,
      );
      return argument ? [...own, `${after}${standing(argument)}`] : own;
    }),
    '',
  ].join('\n');
}

function taking(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value === 'folder') return " -x -a '(__fish_complete_directories)'";
  if (value === 'file') return ' -r -F';
  return value === 'text' ? ' -x' : ` -x -a '${value.join(' ')}'`;
}

function standing(value: Value): string {
  return typeof value === 'string' ? ' -F' : ` -a '${value.join(' ')}'`;
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
