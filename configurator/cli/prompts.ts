import * as clack from '@clack/prompts';
import { type Environment, environments } from '../../shared/environment.ts';
import { visible } from '../../shared/outside-text.ts';
import type { Project } from '../project/project.ts';
import { Cancelled, UsageError } from './errors.ts';
import { readDay } from './read-days.ts';
import type { Terminal } from './terminal.ts';
import { type PlainKey, tell } from './texts.ts';

/** @throws Cancelled unless the person says yes */
export async function confirm(message: string, { language }: Terminal): Promise<void> {
  const answer = await clack.confirm({
    message: visible(message),
    active: tell('yes', language),
    inactive: tell('no', language),
    initialValue: false,
  });
  if (answer !== true) throw new Cancelled();
}

/** Gives an answer back. @throws Cancelled where the person broke off */
export async function answered<T>(prompt: Promise<T | symbol>): Promise<T> {
  const answer = await prompt;
  if (typeof answer === 'symbol') throw new Cancelled();
  return answer as T;
}

/** Whether the person says yes to something that may as well be left. */
export async function offered(message: string, language: Terminal['language']): Promise<boolean> {
  const answer = await clack.confirm({
    message: visible(message),
    active: tell('yes', language),
    inactive: tell('no', language),
    initialValue: false,
  });
  return answer === true;
}

/**
 * Asks a person for the parts of a key; what is secret is masked while it is typed or pasted. Call it on a terminal
 * only: without one the library ends the process.
 *
 * @returns the parts, unchecked
 * @throws Cancelled
 */
export async function askKey(
  project: Pick<Project, 'environments' | 'merchant'>,
  environment: Environment | undefined,
  { language }: Terminal,
): Promise<unknown> {
  const ask = (key: PlainKey) => ({ message: tell(key, language) });
  const chosen =
    environment ??
    (await answered(
      clack.select<Environment>({
        ...ask('ask-environment'),
        options: environments.map((value) => ({ value, label: value })),
        ...(project.environments[0] && { initialValue: project.environments[0] }),
      }),
    ));
  const merchant = project.merchant?.word ?? '';
  const merchantId = await answered(clack.text({ ...ask('ask-merchant'), initialValue: merchant }));
  const accessKey = await answered(clack.password(ask('ask-key')));
  const authorization = await answered(clack.password(ask('ask-authorization')));
  return { environment: chosen, merchantId, accessKey, authorization };
}

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

/** Asks for the day on which the old key ends; nothing typed: not yet. Call it on a terminal only. @throws Cancelled */
export async function askDay(terminal: Terminal): Promise<string | undefined> {
  const typed = await answered<string | undefined>(
    clack.text({
      message: tell('rotation-ask-day', terminal.language),
      validate: (text) => wrongDay(text || undefined, terminal),
    }),
  );
  return typed || undefined;
}

function wrongDay(text: string | undefined, terminal: Terminal): string | undefined {
  try {
    readDay(text, terminal);
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `${error.message}: ${error.next}`;
  }
}

/** Asks for which environment a file is. @returns `undefined` where it is to be left out @throws Cancelled */
export async function askEnvironment(file: string, { language }: Terminal): Promise<Environment | undefined> {
  const answer = await answered<Environment | 'none'>(
    clack.select({
      message: tell('ask-environment-of', language, { file }),
      options: [
        ...environments.map((value) => ({ value, label: value })),
        { value: 'none' as const, label: tell('leave-out', language) },
      ],
    }),
  );
  return answer === 'none' ? undefined : answer;
}
