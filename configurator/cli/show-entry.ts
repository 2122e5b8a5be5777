import type { Entry } from '../browsers/entries.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

const shapes = {
  added: { sign: '+', colour: 'green' },
  changed: { sign: '~', colour: 'yellow' },
  removed: { sign: '-', colour: 'red' },
  unchanged: { sign: ' ', colour: 'dim' },
} as const;

/** Prints one thing that connecting browsers puts into the machine or takes away. */
export function showEntry(
  { kind, place }: Entry,
  change: keyof typeof shapes,
  { print, paint, language }: Terminal,
): void {
  const { sign, colour } = shapes[change];
  const note = change === 'unchanged' ? `  ${tell('already-there', language)}` : '';
  const path = kind === 'key' ? `HKEY_CURRENT_USER\\${place}` : place;
  print(`${paint(colour, `${sign} ${path}`)}${note}`);
}
