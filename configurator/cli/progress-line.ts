import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** In milliseconds: what is over sooner needs no line, and no eye reads one that changes more often. */
const [patience, pause] = [1000, 100];

export interface ProgressLine {
  show(done: number, all: number): void;
  /** Takes the line away. */
  clear(): void;
}

/** A line of a terminal that says how far something that takes more than a second is; elsewhere nothing is said. */
export function progressLine({ interactive, language }: Terminal): ProgressLine {
  const { stderr } = process;
  const isShown = interactive && stderr.isTTY;
  let next = Date.now() + patience;
  let written = false;
  return {
    show(done, all) {
      if (!isShown || Date.now() < next) return;
      next = Date.now() + pause;
      written = true;
      stderr.write(`\r\x1b[K${tell('progress', language, { done, all })}`);
    },
    clear() {
      if (written) stderr.write('\r\x1b[K');
      written = false;
    },
  };
}
