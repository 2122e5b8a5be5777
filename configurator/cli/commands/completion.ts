import type { Language } from '../../../shared/wording.ts';
import { nearWord } from '../../project/project-node.ts';
import type { Work } from '../command.ts';
import { type CommandEntry, type Shell, shells } from '../command-table.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { UsageError } from '../errors.ts';
import { tell } from '../texts.ts';

export interface CompletionFlags {
  readonly json?: boolean;
}

const scripts = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/**
 * `cle completion`: prints a shell's completion script, made from the table of commands; without a shell, the list of shells
 * and how to install the script in each.
 */
export function completionOf(
  table: readonly CommandEntry[],
): Work<CompletionFlags, [shell: string | undefined]> {
  return async ({ print, printText, language }, _flags, wanted) => {
    if (wanted === undefined) {
      for (const shell of shells) print(`${shell.padEnd(12)}${setups[shell]}`);
      return { shells };
    }
    const shell = shells.find((name) => name === wanted);
    if (shell === undefined) throw unknownShell(wanted, language);
    const script = scripts[shell](table);
    printText(script.trimEnd());
    return { shell, script };
  };
}

/** How to install the script in each shell. */
const setups: Readonly<Record<Shell, string>> = {
  bash: 'cle completion bash >> ~/.bashrc',
  zsh: 'cle completion zsh >> ~/.zshrc',
  fish: 'cle completion fish > ~/.config/fish/completions/cle.fish',
  powershell: 'cle completion powershell >> $PROFILE',
};

function unknownShell(word: string, language: Language): UsageError {
  const nearest = nearWord(word, shells);
  const next = nearest
    ? tell('nearest-command', language, { nearest: `completion ${nearest}` })
    : tell('shells-are', language, { names: shells.join(', ') });
  return new UsageError(tell('unknown-shell', language), next);
}
