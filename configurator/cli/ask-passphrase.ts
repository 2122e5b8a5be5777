import * as clack from '@clack/prompts';
import { answered } from './prompts.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** Fewer letters are found by trying, however slow each try is made. */
const shortest = 12;

/**
 * Asks a person for a passphrase, masked. Call it on a terminal only: without one the library ends the process.
 *
 * @throws Cancelled
 */
export function askPassphrase(
  key: 'ask-file-passphrase' | 'ask-identity-passphrase',
  { language }: Terminal,
): Promise<string> {
  return answered<string>(clack.password({ message: tell(key, language) }));
}

/** Asks for a new passphrase, twice. Throws as `askPassphrase` does. */
export async function askNewPassphrase({ language }: Terminal): Promise<string> {
  const passphrase = await answered<string>(
    clack.password({
      message: tell('ask-new-passphrase', language, { shortest }),
      validate: (typed = '') =>
        typed.length < shortest ? tell('passphrase-short', language, { shortest }) : undefined,
    }),
  );
  await answered(
    clack.password({
      message: tell('ask-passphrase-again', language),
      validate: (typed) => (typed === passphrase ? undefined : tell('passphrase-differs', language)),
    }),
  );
  return passphrase;
}
