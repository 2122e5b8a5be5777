import type { CommandEntry } from '../command-table.ts';

/** For bash 3.2, which macOS has, and newer. If no word matches, bash itself completes file names. */
export function bashCompletion(table: readonly CommandEntry[]): string {
  const names = table.map(({ name }) => name).join(' ');
  const values = table.flatMap(({ name, flags }) =>
    flags.flatMap(({ flag, value }) =>
      value === undefined
        ? []
        : [`    '${name} ${flag}') words='${typeof value === 'string' ? '' : value.join(' ')}' ;;`],
    ),
  );
  const words = table.map(({ name, flags, argument }) => {
    const own = Array.isArray(argument) ? argument : [];
    return `        ${name}) words='${[...own, ...flags.map(({ flag }) => flag)].join(' ')}' ;;`;
  });
  return `_cle() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${names} --help --version'
  else
    case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
    *)
      case "\${COMP_WORDS[1]}" in
${words.join('\n')}
      esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _cle cle
`;
}
