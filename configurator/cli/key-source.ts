import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AccessKey } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';
import type { Project } from '../project/project.ts';
import { readCapped } from './read-capped.ts';
import type { Terminal } from './terminal.ts';

/** A key and the id of the capture that it comes from; a key that was typed or piped gets a new one. */
export interface KeySource {
  readonly key: AccessKey;
  readonly captureId: string;
}

/** Far more than a key or a sealed key is long. */
const largestInput = 64 * 1024;

/**
 * Reads a key from where the command line says.
 *
 * @param source `-`: JSON on standard input; a path: a sealed file; none: a person is asked
 * @param environment used where the source does not say it
 * @throws Refusal `key-…`, `input-…`, `sealed-…`; Cancelled
 */
export async function readKey(
  source: string | undefined,
  project: Project,
  environment: Environment | undefined,
  terminal: Terminal,
): Promise<KeySource> {
  if (source === undefined) {
    const { askKey } = await import('./ask-key.ts');
    return { key: AccessKey.parse(await askKey(project, environment, terminal)), captureId: randomUUID() };
  }
  if (source === '-') {
    const input = parseInput(await readCapped(terminal.input, largestInput));
    return { key: AccessKey.parse(input, environment), captureId: randomUUID() };
  }
  const { openSealed } = await import('../sealed/open.ts');
  return openSealed(await readSealedFile(source));
}

/** Takes what programs add to what they pipe: a byte order mark before, line ends after. */
function parseInput(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The error of JSON.parse repeats a piece of the text.
    throw new Refusal('key-malformed');
  }
}

async function readSealedFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    return await readCapped(file.createReadStream(), largestInput);
  } catch (error) {
    // The path is not repeated: a key may have been typed there.
    throw error instanceof Refusal ? error : new Refusal('input-unreadable', { reason: errnoOf(error) });
  }
}
