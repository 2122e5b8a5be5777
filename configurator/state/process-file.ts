import { randomBytes } from 'node:crypto';
import { pid } from 'node:process';
import { processMark } from './process-mark.ts';

/** A name for a file that counts for as long as this process lives, and that no other will ever have. */
export function nameOfOurs(): string {
  return `${pid}_${processMark(pid)}_${randomBytes(8).toString('hex')}`;
}

/** Whether the process lives that a file is named for. */
export function livesStill(name: string): boolean {
  const [holder, mark] = name.split('_');
  return mark !== undefined && processMark(Number(holder)) === mark;
}
