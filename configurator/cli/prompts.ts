import * as clack from '@clack/prompts';
import { AccessKey } from '../../shared/access-key.ts';
import { type Environment, environments } from '../../shared/environment.ts';
import { visible } from '../../shared/outside-text.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Project } from '../project/project.ts';
import { Cancelled, UsageError } from './errors.ts';
import { readHeader } from './key-text.ts';
import { say } from './messages.ts';
import { readDay } from './read-days.ts';
import type { Terminal } from './terminal.ts';
import { type PlainKey, tell } from './texts.ts';

/** The accepted answers, in both languages at once: a person may read one and think in the other. */
const answers = { yes: /^(?:y|yes|o|oui)$/i, no: /^(?:n|no|non)$/i } as const;

/**
 * Asks a yes-or-no question, answered by a word and Enter. Call it on a terminal only: without one the library ends the
 * process.
 *
 * @param usual the answer of Enter alone
 * @throws Cancelled if the person interrupts
 */
export async function saysYes(message: string, { language }: Terminal, usual = false): Promise<boolean> {
  const choices = tell(usual ? 'choices-yes' : 'choices-no', language);
  const typed = await answered<string | undefined>(
    clack.text({
      message: `${visible(message)} ${choices}`,
      validate: (text = '') => {
        const word = text.trim();
        const isAnswer = word === '' || answers.yes.test(word) || answers.no.test(word);
        return isAnswer ? undefined : tell('answer-unclear', language);
      },
    }),
  );
  const word = typed?.trim() ?? '';
  return word === '' ? usual : answers.yes.test(word);
}

/** @throws Cancelled unless the person says yes */
export async function confirm(message: string, terminal: Terminal, usual = false): Promise<void> {
  if (!(await saysYes(message, terminal, usual))) throw new Cancelled();
}

/** @returns the answer. @throws Cancelled if the person interrupted */
export async function answered<T>(prompt: Promise<T | symbol>): Promise<T> {
  const answer = await prompt;
  if (typeof answer === 'symbol') throw new Cancelled();
  return answer as T;
}

/** Asks about something optional. @returns whether the person says yes */
export async function offered(message: string, terminal: Terminal): Promise<boolean> {
  try {
    return await saysYes(message, terminal);
  } catch (error) {
    if (error instanceof Cancelled) return false;
    throw error;
  }
}

/**
 * Asks a person for the parts of a key, each checked before the next one; secret parts are masked while they are typed or
 * pasted. Call it on a terminal only: without one the library ends the process.
 *
 * @returns the parts
 * @throws Cancelled
 */
export async function askKey(
  project: Pick<Project, 'environments' | 'merchant'>,
  given: Environment | undefined,
  { language }: Terminal,
): Promise<unknown> {
  const environment = given ?? (await askEnvironmentOfKey(project.environments, language));
  const ask = (key: PlainKey, wrong: (typed: string) => string | undefined) => ({
    message: tell(key, language),
    validate: (typed = '') => wrong(typed),
  });
  const check = (parts: object) => wrongPart({ environment, ...parts }, language);
  const merchantId = await answered<string>(
    clack.text({
      ...ask('ask-merchant', (typed) => wrongMerchant(typed, language)),
      initialValue: project.merchant?.word ?? '',
    }),
  );
  const accessKey = await answered<string>(
    clack.password(ask('ask-key', (typed) => check({ merchantId: merchantId || unseen, accessKey: typed }))),
  );
  const authorization = await answered<string>(
    clack.password(
      ask('ask-authorization', (typed) =>
        check({ merchantId, accessKey, authorization: readHeader(typed) ?? typed }),
      ),
    ),
  );
  const header = readHeader(authorization ?? '') ?? authorization;
  return { environment, merchantId, accessKey, authorization: header };
}

/** Stands in for a part that was not entered yet. */
const unseen = '0aZ';

/** The problem with the parts of a key, as `cle apply` would report it. */
function wrongPart(parts: object, language: Terminal['language']): string | undefined {
  try {
    AccessKey.parse(parts);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return say(error.code, error.params, language).what;
  }
}

/** Asks only if the project file has more than one environment. */
async function askEnvironmentOfKey(
  named: readonly Environment[],
  language: Terminal['language'],
): Promise<Environment> {
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only;
  const choices = named.length > 0 ? named : environments;
  return answered<Environment>(
    clack.select({
      message: tell('ask-environment', language),
      options: choices.map((value) => ({ value, label: value })),
    }),
  );
}

/** A shorter passphrase can be found by trying, however slow each try is. */
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

/** Asks for the end date of the old key; an empty answer means not yet. Call it on a terminal only. @throws Cancelled */
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

/** Asks for the environment of a file. @returns `undefined` to leave it out @throws Cancelled */
export async function askEnvironment(file: string, { language }: Terminal): Promise<Environment | undefined> {
  const answer = await answered<Environment | 'none'>(
    clack.select({
      message: visible(tell('ask-environment-of', language, { file })),
      options: [
        ...environments.map((value) => ({ value, label: value })),
        { value: 'none' as const, label: tell('leave-out', language) },
      ],
    }),
  );
  return answer === 'none' ? undefined : answer;
}

/** Asks for the merchant whose keys a project accepts. @returns `undefined` for any @throws Cancelled */
export async function askMerchantOfProject({ language }: Terminal): Promise<string | undefined> {
  const typed = await answered<string | undefined>(
    clack.text({
      message: tell('ask-merchant-of-project', language),
      validate: (text = '') => wrongMerchant(text, language),
    }),
  );
  return typed?.trim() || undefined;
}

/** The answer may be a key that was pasted in the wrong place, so anything but digits is dropped. */
function wrongMerchant(typed: string, language: Terminal['language']): string | undefined {
  return /^(?:[0-9]{9,14})?$/.test(typed.trim()) ? undefined : tell('merchant-digits', language);
}
