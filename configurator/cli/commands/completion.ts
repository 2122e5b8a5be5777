import type { Work } from '../command.ts';
import type { CommandEntry, Shell } from '../command-table.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import { zshCompletion } from '../completion/zsh.ts';

export interface CompletionFlags {
  readonly json?: boolean;
}

const scripts = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** `cle completion`: prints what a shell reads to complete commands, flags and words, made from the table of commands. */
export function completionOf(table: readonly CommandEntry[]): Work<CompletionFlags, [shell: Shell]> {
  return async ({ printText }, _flags, shell) => {
    const script = scripts[shell](table);
    printText(script.trimEnd());
    return { shell, script };
  };
}
