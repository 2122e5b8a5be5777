import { closeSync, fstatSync, readSync } from 'node:fs';
import { Refusal } from '../../../shared/refusal.ts';
import { openUnfollowed } from '../../machine/private-file.ts';
import type { Recognise, Sighting } from '../../machine/records/recognise.ts';

/** In bytes, the size of a block that is searched at once. */
export const blockSize = 4 * 1024 * 1024;

/** In bytes, the overlap of two blocks, so that no key is cut in two: more than the longest key needs. */
const overlap = 4096;

/** Searches data of any size, block by block. */
export class BlockSearch {
  readonly #recognise: Recognise;
  readonly #found = new Map<string, Sighting>();
  #rest: Uint8Array = new Uint8Array(0);
  /** The number of lines before the rest. */
  #before = 0;

  constructor(recognise: Recognise) {
    this.#recognise = recognise;
  }

  /** @param bytes the next block; the caller may reuse it afterwards */
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
 * @param onRead is called with the number of bytes read
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
    // A growing file, or one of /proc, has more bytes than its size tells.
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
