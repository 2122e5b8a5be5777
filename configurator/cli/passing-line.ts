import type { WriteStream } from 'node:tty';

/** What takes less long needs no word. */
const quick = 1000;

/** Often enough to be seen moving. */
const pause = 100;

/**
 * A line at the end of a terminal that each next one takes the place of; nothing where the stream is no terminal.
 *
 * @param open gives the stream: Node makes it when it is first looked at, which takes longer than many a command
 */
export function passingLine(open: () => Pick<WriteStream, 'isTTY' | 'write'>, term: string | undefined) {
  const started = Date.now();
  let last = started + quick - pause;
  let shown = false;
  return {
    show(text: string): void {
      const now = Date.now();
      // `dumb` has no way to take a line back.
      if (now - last < pause || term === 'dumb' || !open().isTTY) return;
      open().write(`\r\x1b[2K${text}`);
      last = now;
      shown = true;
    },
    clear(): void {
      if (shown) open().write('\r\x1b[2K');
      shown = false;
    },
  };
}
