import type { CommandContext, StricliProcess } from '@stricli/core';
import { askIdentityPassphraseWith } from '../machine/identity/passphrase.ts';
import { silent, type Terminal } from './terminal.ts';

/** The context that the library passes to a command. */
export interface CleContext extends CommandContext {
  readonly process: StricliProcess;
  readonly terminal: Terminal;
}

/**
 * The work of a command. It prints for a person as it runs, and returns what `--json` prints at the end, besides
 * `"ok": true`.
 *
 * @throws Refusal, UsageError, Cancelled; anything else is a bug
 */
export type Work<FLAGS, ARGS extends readonly unknown[] = []> = (
  terminal: Terminal,
  flags: FLAGS,
  ...args: ARGS
) => Promise<object>;

/**
 * Makes a command from its work: first cleans up after a crash, then turns the result into output and an exit status.
 *
 * @param load loads the work; one that `tidies` does the cleaning itself, and reports what prevents it
 */
export function running<FLAGS extends { readonly json?: boolean }, ARGS extends readonly unknown[] = []>(
  load: () => Promise<{ readonly default: Work<FLAGS, ARGS> }>,
  { tidies = false } = {},
) {
  return async () =>
    async function (this: CleContext, flags: FLAGS, ...args: ARGS): Promise<void> {
      const { terminal, process } = this;
      try {
        if (!tidies) await tidy();
        const { default: work } = await load();
        const shown = flags.json ? silent(terminal) : terminal;
        askIdentityPassphraseWith(shown.interactive ? () => askForIdentity(shown) : undefined);
        const result = await work(shown, flags, ...args);
        if (flags.json) terminal.print(JSON.stringify({ ok: true, ...result }));
      } catch (error) {
        const { concludeError } = await import('./conclude-error.ts');
        process.exitCode = concludeError(error, flags.json === true, terminal);
      }
    };
}

async function tidy(): Promise<void> {
  const { recover } = await import('../install/write/recover.ts');
  await recover();
}

async function askForIdentity(terminal: Terminal): Promise<string> {
  const { askPassphrase } = await import('./prompts.ts');
  return askPassphrase('ask-identity-passphrase', terminal);
}
