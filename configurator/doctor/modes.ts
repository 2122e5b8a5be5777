import type { Machine } from '../browsers/machine.ts';

const writableByOthers = 0o022;

/** The mode in digits, where others than its owner may change a file; `undefined` where not, or where modes say nothing. */
export function openMode(mode: number, { system }: Machine): string | undefined {
  return system !== 'win32' && (mode & writableByOthers) !== 0 ? digits(mode) : undefined;
}

export function digits(mode: number): string {
  return mode.toString(8).padStart(3, '0');
}
