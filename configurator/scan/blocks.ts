import { closeSync, openSync, readSync } from 'node:fs';

/** A stretch of a text, whole lines where lines are not longer than this. */
export interface Block {
  readonly text: string;
  /** Lines before it. */
  readonly before: number;
}

const size = 4 * 1024 * 1024;

/** What a stretch without line ends has in common with the next one, so that no key is cut in two. */
const overlap = 4096;

/**
 * Reads a file of any size, a stretch at a time, a character for each byte.
 *
 * @throws the system's errors
 */
export function* blocksOf(path: string): Generator<Block> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(size);
    let rest = '';
    let before = 0;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const text = rest + buffer.toString('latin1', 0, read);
      const end = text.lastIndexOf('\n') + 1;
      const block = end > 0 ? text.slice(0, end) : text;
      yield { text: block, before };
      before += countLines(block);
      rest = end > 0 ? text.slice(end) : text.slice(-overlap);
    }
    if (rest !== '') yield { text: rest, before };
  } finally {
    closeSync(file);
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
