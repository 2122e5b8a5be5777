import { readSync } from 'node:fs';
import { errnoOf } from '../disk/errno.ts';

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
