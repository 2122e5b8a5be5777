// Run by vitest before the tests: chooses what they take of the sweeps, and which random values they try, and says so.
import { randomInt } from 'node:crypto';
import { seedVariable, wholeVariable } from '../sample.ts';

/** Chooses a seed where none is set, for this process and all that it starts. */
export function chooseSeed(): string {
  process.env[seedVariable] ??= String(randomInt(1_000_000));
  return process.env[seedVariable] ?? '';
}

export default function setUp(): void {
  if (process.env[seedVariable]) return;
  const taken = process.env[wholeVariable] === '1' ? 'every sweep in full' : 'a part of each sweep';
  process.stdout.write(`${taken}, by ${seedVariable}=${chooseSeed()}\n`);
}
