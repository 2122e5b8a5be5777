import { readSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { errnoOf } from '../machine/system-error.ts';
import { CommandRefusal } from './errors.ts';

/**
 * Standard input, in chunks. It is read like a file, as opening it as a stream takes Node longer than reading a key; one that
 * another program made non-blocking can only be read as a stream.
 */
export async function* standardInput(process: NodeJS.Process): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = readPiece();
    if (piece === undefined) return yield* process.stdin;
    if (piece.length === 0) return;
    yield piece;
  }
}

/** The next bytes, none at the end; `undefined` where a read of a non-blocking input would block. */
function readPiece(): Uint8Array | undefined {
  const piece = Buffer.alloc(64 * 1024);
  try {
    return piece.subarray(0, readSync(0, piece));
  } catch (error) {
    const reason = errnoOf(error);
    // Windows reports the end of a pipe as an error.
    if (reason === 'EOF') return piece.subarray(0, 0);
    if (reason === 'EAGAIN') return undefined;
    throw error;
  }
}

/** The output of a command. */
export interface Output {
  /** It is a terminal. */
  readonly isTerminal: boolean;
  /** Its width in characters; a usual width where it is not a terminal. */
  readonly columns: number;
  readonly write: (text: string) => void;
  /** Whether everything was written. */
  readonly isWritten: () => boolean;
}

const descriptor = 1;
const usualColumns = 80;

/**
 * Standard output. If it is not a terminal, it is written like a file: opening it as a stream takes Node as long as flushing a
 * small file to disk.
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

/** The reader may stop early (`cle --help | head -1`), which is not an error. */
function writeAll(text: string): void {
  let left: Uint8Array = Buffer.from(text);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(descriptor, left));
    } catch (error) {
      // Another program may have made it non-blocking.
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
    // Leaving the loop closes the stream, so that its writer is not blocked.
    if (length > limit) throw new CommandRefusal('input-too-large', { limit: limit / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
