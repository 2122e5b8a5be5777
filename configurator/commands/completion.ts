import type { Work } from '../cli/command.ts';
import { commandTable } from '../cli/command-table.ts';
import type { Shell } from '../cli/shells.ts';
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
const completion: Work<CompletionFlags, [shell: Shell]> = async ({ print, language }, _flags, shell) => {
  const script = scripts[shell](commandTable(language));
  print(script.trimEnd());
  return { shell, script };
};

export default completion;
