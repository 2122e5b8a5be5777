import { say } from '../../shared/messages.ts';
import type { Member, Outcome } from '../fleet/member.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

const colours = {
  installed: 'green',
  unchanged: 'dim',
  'to-install': 'green',
  refused: 'red',
  'passed-over': 'dim',
} as const;

/** In this order; more than so many of one kind are only counted. */
const order = Object.keys(colours) as Outcome[];
const most = { installed: 40, unchanged: 10, 'to-install': 40, refused: Infinity, 'passed-over': 10 };

/** Prints what became of many projects, a line each, and how many there are of each kind. */
export function showFleet(members: readonly Member[], terminal: Terminal): void {
  const { print, paint, language } = terminal;
  for (const outcome of order) {
    const some = members.filter((member) => member.outcome === outcome);
    for (const { dir, changed, reason } of some.slice(0, most[outcome])) {
      const word = tell(`fleet-${outcome}`, language, { changed });
      print(`${paint(colours[outcome], word)}  ${dir}`);
      if (!reason) continue;
      const { what, next } = say(reason.code, reason.params, language);
      print(`    ${what}: ${next}`);
    }
    const rest = some.length - most[outcome];
    if (rest > 0) print(`  ${tell('fleet-more', language, { rest })}`);
  }
  const counts = order.map((outcome) => members.filter((member) => member.outcome === outcome).length);
  const [installed = 0, unchanged = 0, planned = 0, refused = 0, passed = 0] = counts;
  print(tell('fleet-counts', language, { installed: installed + planned, unchanged, refused, passed }));
}
