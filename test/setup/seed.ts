// Run by vitest before the tests: chooses their sample of the sweeps and their random values, and prints the seed.
import { randomInt } from 'node:crypto';
import { seedVariable, wholeVariable } from '../sample.ts';

/** Chooses a seed if none is set, for this process and its descendants. */
export function chooseSeed(): string {
  process.env[seedVariable] ??= String(randomInt(1_000_000));
  return process.env[seedVariable] ?? '';
}

export default function setUp(): void {
  if (process.env[seedVariable]) return;
  const taken = process.env[wholeVariable] === '1' ? 'every sweep in full' : 'a part of each sweep';
  process.stdout.write(`${taken}, by ${seedVariable}=${chooseSeed()}\n`);
}
