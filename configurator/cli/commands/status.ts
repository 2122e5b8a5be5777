import { cwd } from 'node:process';
import { askAgain } from '../../inspect/external-status.ts';
import type { StatusFinding } from '../../inspect/finding.ts';
import { due, type KeyLife, keyLives, type Limits } from '../../inspect/reminders.ts';
import { type ByHandStatus, projectStatus } from '../../inspect/status.ts';
import { readJournal } from '../../machine/records/journal.ts';
import { keyEnds } from '../../machine/records/key-ends.ts';
import { loadProject } from '../../project/load.ts';
import type { Work } from '../command.ts';
import { CommandRefusal, UsageError, WantsAttention } from '../errors.ts';
import { say } from '../messages.ts';
import { readDays } from '../read-days.ts';
import { showStatus, writeCalendar } from '../show/status.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface StatusFlags {
  readonly project?: string;
  /** Every project of this machine. */
  readonly all?: boolean;
  readonly maxAge?: string;
  readonly expiresWithin?: string;
  readonly ics?: string;
  readonly json?: boolean;
}

/**
 * `cle status`: tells which key is in which file, and checks again where an installation left a doubt. Findings are its
 * result, so it exits with 0 in spite of them, unless it was asked about keys that are due.
 */
const status: Work<StatusFlags> = async (terminal, flags) => {
  const limits = {
    maxAge: readDays(flags.maxAge, terminal),
    expiresWithin: readDays(flags.expiresWithin, terminal),
  };
  if (flags.all) return statusOfAll(terminal, flags, limits);
  const project = await loadProject(flags.project ?? cwd());
  const environments = await Promise.all(
    (await projectStatus(project)).map(async (status) => ({
      ...status,
      external: await askAgain(project, status.environment, status.external),
    })),
  );
  showStatus(environments, terminal);
  const told = (findings: readonly StatusFinding[]) =>
    findings.map((finding) => tellFinding(finding, terminal));
  const { id, name, dir } = project;
  const result = {
    project: { id, name, dir },
    environments: environments.map(({ environment, targets, external, byHand, findings }) => ({
      environment,
      ...(external.length > 0 && {
        external: external.map((each) => ({ ...each, findings: told(each.findings) })),
      }),
      ...(byHand.length > 0 && { byHand: byHand.map(({ title }) => title), ...saidDone(byHand) }),
      targets: targets.map((target) => ({ ...target, findings: told(target.findings) })),
      findings: told(findings),
    })),
  };
  const journal = await readJournal();
  const lives = keyLives(environments, (fingerprint) => journal.ofKey(fingerprint), await keyEnds());
  return remind(result, lives, flags, limits, terminal);
};

/** What a person said to have entered by hand; left out where nobody did. */
function saidDone(byHand: readonly ByHandStatus[]): object {
  const entered = byHand.flatMap(({ title, entered }) => (entered ? { title, ...entered } : []));
  return entered.length > 0 ? { entered } : {};
}

/** `cle status --all`: a table of every project of this machine. */
async function statusOfAll(terminal: Terminal, flags: StatusFlags, limits: Limits): Promise<object> {
  const { language } = terminal;
  if (flags.project !== undefined) {
    throw new UsageError(tell('all-or-project', language), tell('all-or-project-next', language));
  }
  const { overviewOfAll, showOverview } = await import('../status-all.ts');
  const now = new Date();
  const overviews = await overviewOfAll((done, all) =>
    terminal.progress(tell('progress', language, { done, all })),
  );
  showOverview(overviews, now, terminal);
  const projects = overviews.map(({ project, rows, refusal }) => ({
    ...project,
    environments: rows.map(({ count, ...row }) => ({ ...row, findings: count })),
    ...(refusal && tellFinding(refusal, terminal)),
  }));
  const lives = overviews.flatMap(({ rows }) => rows.flatMap(({ keys }) => keys));
  const result = await remind({ time: now.toISOString(), projects }, lives, flags, limits, terminal);
  const count = overviews.filter(({ refusal }) => refusal).length;
  if (count > 0) throw new WantsAttention(new CommandRefusal('projects-unread', { count }), result);
  return result;
}

/** @throws WantsAttention where keys are due */
async function remind(
  result: object,
  lives: readonly KeyLife[],
  { ics }: StatusFlags,
  limits: Limits,
  terminal: Terminal,
): Promise<object> {
  if (ics !== undefined) await writeCalendar(ics, lives, limits.maxAge, terminal);
  const found = due(lives, limits, new Date());
  if (found.length === 0) return { ...result, keys: lives };
  for (const each of found) terminal.print(say(each.code, each.params, terminal.language).what);
  const refusal = new CommandRefusal('keys-due', { count: found.length });
  const told = found.map((each) => tellFinding(each, terminal));
  throw new WantsAttention(refusal, { ...result, keys: lives, due: told });
}

export default status;

function tellFinding({ code, params }: StatusFinding, { language }: Terminal) {
  const { what: message, next } = say(code, params, language);
  return { code, params, message, next };
}
