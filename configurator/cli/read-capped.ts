import { Refusal } from '../../shared/refusal.ts';

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
    if (length > limit) throw new Refusal('input-too-large', { limit: limit / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
