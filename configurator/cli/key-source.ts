import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AccessKey } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { requireMerchant } from '../install/merchant-change.ts';
import { errnoOf } from '../machine/system-error.ts';
import { checkEnvironment, type Project, projectFileName } from '../project/project.ts';
import { CommandRefusal, UsageError } from './errors.ts';
import { isClearKey, readKeyText } from './key-text.ts';
import { readCapped } from './standard-streams.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** The environment of a project with only one. @throws UsageError where it has several */
export function onlyEnvironment({ environments }: Project, { language }: Terminal): Environment {
  const [only, ...others] = environments;
  if (only === undefined) {
    throw new Refusal('project-environment-missing', { file: projectFileName, environment: 'homologation' });
  }
  if (others.length === 0) return only;
  throw new UsageError(tell('environment-which', language), tell('environment-which-next', language));
}

/** A key and the id of its capture; a key that was typed or piped gets a new id. */
export interface KeySource {
  readonly key: AccessKey;
  readonly captureId: string;
  /** Of a sealed key: the code that the sender sees too. */
  readonly confirmationCode?: string;
  /** The merchant that was named on the command line. */
  readonly merchant?: string;
}

/** In bytes, far more than any key or sealed key. */
const largestInput = 64 * 1024;

/**
 * Reads a key from the source on the command line.
 *
 * @param source `-`: a sealed key, or one as JSON or as an Authorization, on standard input; a path: a sealed file; none: a person is asked
 * @param environment used where the source names none
 * @throws Refusal `key-…`, `input-…`, `sealed-…`, `identity-…`; Cancelled
 */
export async function readKey(
  source: string | undefined,
  project: Pick<Project, 'environments' | 'merchant'>,
  environment: Environment | undefined,
  terminal: Terminal,
): Promise<KeySource> {
  if (source === undefined) {
    const { askKey } = await import('./prompts.ts');
    return { key: AccessKey.parse(await askKey(project, environment, terminal)), captureId: randomUUID() };
  }
  if (source !== '-') return openSealed(await readSealedFile(source), terminal);
  const bytes = await readInput(terminal);
  const { looksLikeAge } = await import('../machine/sealed/age-file.ts');
  if (looksLikeAge(bytes)) return openSealed(bytes, terminal);
  return { key: AccessKey.parse(readKeyText(bytes), environment), captureId: randomUUID() };
}

interface Wanted {
  readonly environment?: Environment;
  readonly merchant?: string;
}

/**
 * Reads a key to install, and refuses it unless it is for the environment and the merchant on the command line, if any.
 *
 * @throws what `readKey` throws; Refusal `environment-mismatch`, `merchant-other`
 */
export async function readKeyFor(
  source: string | undefined,
  project: Pick<Project, 'environments' | 'merchant'>,
  { environment, merchant }: Wanted,
  terminal: Terminal,
): Promise<KeySource> {
  const read = await readKey(source, project, environment, terminal);
  checkEnvironment(read.key, environment);
  requireMerchant(read, merchant);
  return { ...read, ...(merchant !== undefined && { merchant }) };
}

/**
 * Reads a key without a project: as JSON on standard input, or from a prompt.
 *
 * @returns the parts, unchecked
 * @throws Refusal `key-malformed`, `input-…`; Cancelled
 */
export async function readBareKey(
  environment: Environment | undefined,
  terminal: Terminal,
): Promise<unknown> {
  if (!terminal.interactive) return readKeyText(await readInput(terminal));
  const { askKey } = await import('./prompts.ts');
  return askKey({ environments: [], merchant: undefined }, environment, terminal);
}

async function openSealed(bytes: Uint8Array, terminal: Terminal): Promise<KeySource> {
  const { openSealedFile } = await import('../machine/sealed/open.ts');
  return openSealedFile(bytes, async () => {
    if (!terminal.interactive) throw new CommandRefusal('sealed-passphrase-needed');
    const { askPassphrase } = await import('./prompts.ts');
    return askPassphrase('ask-file-passphrase', terminal);
  });
}

async function readInput({ input }: Terminal): Promise<Uint8Array> {
  try {
    return await readCapped(input, largestInput);
  } catch (error) {
    throw error instanceof Refusal
      ? error
      : new CommandRefusal('input-stream-unreadable', { reason: errnoOf(error) });
  }
}

async function readSealedFile(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readCapped(createReadStream(path), largestInput);
    if (isClearKey(bytes)) throw new CommandRefusal('input-in-clear');
    return bytes;
  } catch (error) {
    // The path is not repeated: it may be a key that was typed there.
    throw error instanceof Refusal
      ? error
      : new CommandRefusal('input-unreadable', { reason: errnoOf(error) });
  }
}
