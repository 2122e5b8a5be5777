import { readSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { errnoOf } from '../machine/system-error.ts';
import { CommandRefusal } from './errors.ts';

/**
 * Standard input, piece by piece. It is read as a file is, as Node takes longer to open it as a stream than a key takes;
 * what another program made such that nobody waits at it can be read as a stream only.
 */
export async function* standardInput(process: NodeJS.Process): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = readPiece();
    if (piece === undefined) return yield* process.stdin;
    if (piece.length === 0) return;
    yield piece;
  }
}

/** What there is next, nothing at the end; `undefined` where there is nothing yet and one may not wait for it. */
function readPiece(): Uint8Array | undefined {
  const piece = Buffer.alloc(64 * 1024);
  try {
    return piece.subarray(0, readSync(0, piece));
  } catch (error) {
    const reason = errnoOf(error);
    // Windows says the end of a pipe by an error.
    if (reason === 'EOF') return piece.subarray(0, 0);
    if (reason === 'EAGAIN') return undefined;
    throw error;
  }
}

/** Where what a command is for goes. */
export interface Output {
  /** A person looks at it. */
  readonly isTerminal: boolean;
  /** How wide it is, in characters: what is usual where no person looks. */
  readonly columns: number;
  readonly write: (text: string) => void;
  /** Whether nothing waits any more. */
  readonly isWritten: () => boolean;
}

const descriptor = 1;
const usualColumns = 80;

/**
 * Standard output. Where no person looks at it, it is written to as a file is: to open it as a stream takes Node as long
 * as to make a small file durable.
 */
export function standardOutput(process: NodeJS.Process): Output {
  if (!isatty(descriptor))
    return { isTerminal: false, columns: usualColumns, write: writeAll, isWritten: () => true };
  const { stdout } = process;
  stdout.on('error', () => {});
  return {
    isTerminal: true,
    columns: stdout.columns || usualColumns,
    write: (text) => stdout.write(text),
    isWritten: () => stdout.writableLength === 0,
  };
}

/** Whoever reads may stop early (`cle --help | head -1`); that is no error of ours. */
function writeAll(text: string): void {
  let left: Uint8Array = Buffer.from(text);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(descriptor, left));
    } catch (error) {
      // Another program may have made it such that nobody waits at it.
      if (errnoOf(error) !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/**
 * Reads a stream to its end.
 *
 * @param limit in bytes
 * @throws Refusal `input-too-large` as soon as it is longer; the rest is not read
 */
export async function readCapped(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    // Leaving the loop closes the stream, so that whoever writes to it is not kept waiting.
    if (length > limit) throw new CommandRefusal('input-too-large', { limit: limit / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
