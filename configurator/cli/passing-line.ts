import type { WriteStream } from 'node:tty';

/** What takes less long needs no word. */
const quick = 1000;

/** Often enough to be seen moving. */
const pause = 100;

/** A line at the end of a terminal that each next one takes the place of; nothing where the stream is no terminal. */
export function passingLine(stream: Pick<WriteStream, 'isTTY' | 'write'>, term: string | undefined) {
  // `dumb` has no way to take a line back.
  const seen = stream.isTTY && term !== 'dumb';
  const started = Date.now();
  let last = started + quick - pause;
  let shown = false;
  return {
    show(text: string): void {
      const now = Date.now();
      if (!seen || now - last < pause) return;
      stream.write(`\r\x1b[2K${text}`);
      last = now;
      shown = true;
    },
    clear(): void {
      if (shown) stream.write('\r\x1b[2K');
      shown = false;
    },
  };
}
