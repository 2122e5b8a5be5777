import type { AccessKey } from '../../shared/access-key.ts';
import { say } from '../../shared/messages.ts';
import type { KeySummary } from '../../shared/wire.ts';
import type { Origin } from '../apply/install-from.ts';
import { summarizeKey } from '../apply/summary.ts';
import { FoundWrong } from '../cli/found-wrong.ts';
import { describeKey } from '../cli/show.ts';
import { showFleet } from '../cli/show-fleet.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import { chooseProjects } from './choose.ts';
import { installAll, planAll } from './install-all.ts';
import type { Member } from './member.ts';

export interface FleetFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/**
 * `cle apply --all`: installs a key in every project of this machine that names its merchant and environment.
 *
 * @throws FoundWrong `fleet-incomplete` where a project refused, `fleet-none`; Cancelled
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
    throw new FoundWrong(
      'fleet-none',
      { merchant: key.merchantId, environment: key.environment },
      told(summary, others, terminal),
    );
  }
  const progress = (done: number, all: number) =>
    terminal.progress(tell('progress', language, { done, all }));
  if (dryRun || !yes) {
    const planned = await planAll(chosen, key, progress);
    showFleet([...planned, ...others], terminal);
    if (dryRun) return conclude(summary, [...planned, ...others], terminal);
    const { confirm } = await import('../cli/prompts.ts');
    await confirm(tell('confirm-fleet', language, { count: chosen.length }), terminal);
  }
  const done = await installAll(chosen, key, origin, progress);
  showFleet([...done, ...others], terminal);
  return conclude(summary, [...done, ...others], terminal);
}

function conclude(summary: KeySummary, members: readonly Member[], terminal: Terminal): object {
  const result = told(summary, members, terminal);
  const count = members.filter(({ outcome }) => outcome === 'refused').length;
  if (count > 0) throw new FoundWrong('fleet-incomplete', { count }, result);
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
