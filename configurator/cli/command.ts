import type { CommandContext, StricliProcess } from '@stricli/core';
import { askIdentityPassphraseWith } from '../machine/identity/passphrase.ts';
import { silent, type Terminal } from './terminal.ts';

/** What the library hands to a command. */
export interface CleContext extends CommandContext {
  readonly process: StricliProcess;
  readonly terminal: Terminal;
}

/**
 * What a command does. It prints for a person as it goes along, and returns what `--json` prints at its end beside
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
 * Makes a command of its work: tidies up after a crash first, and turns its end into output and an exit status.
 *
 * @param load gives the work; one that `tidies` does so itself, and says what stands in the way
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
