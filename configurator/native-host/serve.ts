import type { Writable } from 'node:stream';
import { answer, encodeRefusal, type Handlers } from './answer.ts';
import { readFrames } from './frames.ts';

/**
 * Answers the requests of a stream one by one, until the stream ends or breaks the framing.
 *
 * @throws what writing to `output` throws, when the browser is gone
 */
export async function serve(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  handlers: Handlers,
): Promise<void> {
  const frames = readFrames(input);
  try {
    let next = await frames.next();
    while (!next.done) {
      // Reading continues during the work, so that the end of the stream is noticed while a request still runs.
      const following = frames.next();
      following.catch(() => undefined);
      await write(output, await answer(next.value, handlers));
      next = await following;
    }
  } catch (error) {
    await write(output, encodeRefusal('', error));
  }
}

/** Resolves once the bytes have left this process, so that exiting right afterwards loses none. */
function write(output: Writable, frame: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(frame, (error) => (error ? reject(error) : resolve()));
  });
}
