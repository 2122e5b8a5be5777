import type { AccessKey } from '../../shared/access-key.ts';
import type { KeySummary } from '../../shared/wire.ts';
import { chooseProjects, installAll, type Member, type Outcome, planAll } from '../install/fleet.ts';
import { type Origin, summarizeKey } from '../install/install.ts';
import { CommandRefusal, FoundWrong, WantsAttention } from './errors.ts';
import { say } from './messages.ts';
import { describeKey } from './show/plan.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

const colours = {
  installed: 'green',
  'in-doubt': 'yellow',
  unchanged: 'dim',
  'to-install': 'green',
  refused: 'red',
  'passed-over': 'dim',
} as const;

/** The outcomes in the order in which they are shown; beyond a limit, projects are only counted. */
const order = Object.keys(colours) as Outcome[];
const most = {
  installed: 40,
  'in-doubt': Infinity,
  unchanged: 10,
  'to-install': 40,
  refused: Infinity,
  'passed-over': 10,
};

/** Prints the results of many projects, one per line, and the number of each kind. */
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
  const [installed = 0, inDoubt = 0, unchanged = 0, planned = 0, refused = 0, passed = 0] = counts;
  if (inDoubt > 0) print(tell('fleet-doubts', language, { count: inDoubt }));
  print(tell('fleet-counts', language, { installed: installed + planned, unchanged, refused, passed }));
}

export interface FleetFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/**
 * `cle apply --all`: installs a key in every project of this machine that names its merchant and environment.
 *
 * @throws FoundWrong `fleet-incomplete` where a project refused, `fleet-none`; WantsAttention where it is not known whether all
 *   targets of a project have the key; Cancelled
 */
export async function applyAll(
  key: AccessKey,
  origin: Origin,
  { dryRun, yes }: FleetFlags,
  terminal: Terminal,
): Promise<object> {
  const { language, print } = terminal;
  const summary = await summarizeKey(key);
  print(describeKey(summary, terminal));
  const { chosen, others } = await chooseProjects(key);
  if (chosen.length === 0) {
    showFleet(others, terminal);
    const { merchantId: merchant, environment } = key;
    const none = new CommandRefusal('fleet-none', { merchant, environment });
    throw new FoundWrong(none, told(summary, others, terminal));
  }
  const progress = (done: number, all: number) =>
    terminal.progress(tell('progress', language, { done, all }));
  if (dryRun || !yes) {
    const planned = await planAll(chosen, key, origin, progress);
    showFleet([...planned, ...others], terminal);
    if (dryRun) return conclude(summary, [...planned, ...others], terminal);
    const { confirm } = await import('./prompts.ts');
    await confirm(tell('confirm-fleet', language, { count: chosen.length }), terminal);
  }
  const done = await installAll(chosen, key, origin, progress);
  showFleet([...done, ...others], terminal);
  return conclude(summary, [...done, ...others], terminal);
}

function conclude(summary: KeySummary, members: readonly Member[], terminal: Terminal): object {
  const result = told(summary, members, terminal);
  const count = members.filter(({ outcome }) => outcome === 'refused').length;
  if (count > 0) throw new FoundWrong(new CommandRefusal('fleet-incomplete', { count }), result);
  const doubt = members.find(({ outcome }) => outcome === 'in-doubt')?.reason;
  if (doubt) throw new WantsAttention(doubt, result);
  return result;
}

function told(key: KeySummary, members: readonly Member[], { language }: Terminal): object {
  const projects = members.map(({ reason, ...member }) => {
    if (!reason) return member;
    const { what: message, next } = say(reason.code, reason.params, language);
    return { ...member, code: reason.code, params: reason.params, message, next };
  });
  return { key, projects };
}
