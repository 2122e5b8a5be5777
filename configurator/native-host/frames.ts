import { endianness } from 'node:os';
import { Refusal } from '../../shared/refusal.ts';
import { largestFrame, largestReply } from '../../shared/wire.ts';

const littleEndian = endianness() === 'LE';
const headerSize = 4;

/**
 * Splits a stream into the frames of native messaging: four bytes of length in the machine's byte order, then the body.
 * Chunks may be split or joined anywhere.
 *
 * @throws Refusal `frame-too-large` before any memory is allocated for the body, `frame-truncated` where the stream ends
 *   inside a frame. After either, the start of the next frame is unknown.
 */
export async function* readFrames(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const take = takeFrom(input);
  for (;;) {
    const header = await take(headerSize);
    if (header === undefined) return;
    const length = new DataView(header.buffer).getUint32(0, littleEndian);
    if (length > largestFrame) throw new Refusal('frame-too-large');
    const body = await take(length);
    if (body === undefined) throw new Refusal('frame-truncated');
    yield body;
  }
}

/**
 * Makes one frame.
 *
 * @throws Refusal `reply-too-large` above 1 MiB, where browsers would close the connection without an error
 */
export function encodeFrame(message: unknown): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify(message));
  if (body.length > largestReply) throw new Refusal('reply-too-large');
  const frame = new Uint8Array(headerSize + body.length);
  new DataView(frame.buffer).setUint32(0, body.length, littleEndian);
  frame.set(body, headerSize);
  return frame;
}

/** @returns a function that takes the next `length` bytes of a stream; it returns `undefined` at the end */
function takeFrom(input: AsyncIterable<Uint8Array>): (length: number) => Promise<Uint8Array | undefined> {
  const chunks = input[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return async (length) => {
    const taken = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done) break;
        rest = next.value;
      }
      const part = rest.subarray(0, length - filled);
      taken.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    if (filled === length) return taken;
    if (filled > 0) throw new Refusal('frame-truncated');
    return undefined;
  };
}
