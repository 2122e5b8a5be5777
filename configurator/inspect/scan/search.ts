import { closeSync, fstatSync, readSync } from 'node:fs';
import { Refusal } from '../../../shared/refusal.ts';
import { openUnfollowed } from '../../machine/private-file.ts';
import type { Recognise, Sighting } from '../../machine/records/recognise.ts';

/** In bytes: so much is held and searched at once. */
export const blockSize = 4 * 1024 * 1024;

/** In bytes, what a block has in common with the next one, so that no key is cut in two: more than the longest takes. */
const overlap = 4096;

/** Searches something of any size, a block at a time. */
export class BlockSearch {
  readonly #recognise: Recognise;
  readonly #found = new Map<string, Sighting>();
  #rest: Uint8Array = new Uint8Array(0);
  /** How many lines end before the rest. */
  #before = 0;

  constructor(recognise: Recognise) {
    this.#recognise = recognise;
  }

  /** @param bytes the next block; it may be used anew afterwards */
  add(bytes: Uint8Array): void {
    const block = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    for (const sighting of this.#recognise(block)) {
      const { key, as } = sighting;
      const line = this.#before + sighting.line;
      const place = `${line} ${key.fingerprint} ${key.environment}`;
      if (!this.#found.has(place)) this.#found.set(place, { key, as, line });
    }
    const kept = Math.max(0, block.length - overlap);
    this.#before += countLines(block.subarray(0, kept));
    this.#rest = Buffer.from(block.subarray(kept));
  }

  get found(): Sighting[] {
    return [...this.#found.values()];
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 10) count++;
  return count;
}

/**
 * Searches a file of any size.
 *
 * @param onRead told how many bytes were read
 * @throws Refusal `file-not-regular`; the system's errors
 */
export function searchFile(
  path: string,
  name: string,
  recognise: Recognise,
  onRead: (bytes: number) => void,
): Sighting[] {
  const file = openUnfollowed(path);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Refusal('file-not-regular', { file: name });
    // A file that grows, and one of /proc, has more than it says.
    const buffer = Buffer.allocUnsafe(Math.min(blockSize, stat.size + overlap));
    const search = new BlockSearch(recognise);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      search.add(buffer.subarray(0, read));
      onRead(read);
    }
    return search.found;
  } finally {
    closeSync(file);
  }
}
