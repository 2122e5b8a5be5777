import type { CommandEntry, FlagEntry, Value } from '../command-table.ts';

/** To be read by `source`, or as the file `_cle` in a folder of `fpath`. */
export function zshCompletion(table: readonly CommandEntry[]): string {
  const names = table.map(({ name, brief }) => `      ${quote(`${name}:${escaped(brief)}`)}`);
  const cases = table.map(({ name, flags, argument }) => {
    const specs = [...flags.map(flagSpec), ...(argument ? [`1:${name}:${action(argument)}`] : [])];
    return `    ${name}) _arguments ${specs.map(quote).join(' ')} ;;`;
  });
  return `#compdef cle
_cle() {
  if (( CURRENT == 2 )); then
    local -a names
    names=(
${names.join('\n')}
    )
    _describe command names
    _arguments '--help' '--version'
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = _cle ]; then _cle "$@"; else compdef _cle cle; fi
`;
}

function flagSpec({ flag, brief, value, repeatable }: FlagEntry): string {
  const argument = value === undefined ? '' : `:${flag.slice(2)}:${action(value)}`;
  return `${repeatable ? '*' : ''}${flag}[${escaped(brief)}]${argument}`;
}

function action(value: Value): string {
  if (value === 'folder') return '_directories';
  if (value === 'file') return '_files';
  return value === 'text' ? ' ' : `(${value.join(' ')})`;
}

function escaped(text: string): string {
  return text.replace(/[\\:[\]]/g, '\\$&');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
