import { cwd } from 'node:process';
import { askAgain } from '../../inspect/external-status.ts';
import type { StatusFinding } from '../../inspect/finding.ts';
import { due, keyLives } from '../../inspect/reminders.ts';
import { projectStatus } from '../../inspect/status.ts';
import { receipts } from '../../machine/records/journal.ts';
import { keyEnds } from '../../machine/records/key-ends.ts';
import { loadProject } from '../../project/load.ts';
import type { Work } from '../command.ts';
import { CommandRefusal, WantsAttention } from '../errors.ts';
import { say } from '../messages.ts';
import { readDays } from '../read-days.ts';
import { showStatus, writeCalendar } from '../show/status.ts';
import type { Terminal } from '../terminal.ts';

export interface StatusFlags {
  readonly project?: string;
  readonly maxAge?: string;
  readonly expiresWithin?: string;
  readonly ics?: string;
  readonly json?: boolean;
}

/**
 * `cle status`: says which key is in which file, and asks again where an installation left a doubt. What it finds is its
 * result, so it ends well all the same, but where it was asked to look for keys that are due.
 */
const status: Work<StatusFlags> = async (terminal, flags) => {
  const limits = {
    maxAge: readDays(flags.maxAge, terminal),
    expiresWithin: readDays(flags.expiresWithin, terminal),
  };
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
      ...(byHand.length > 0 && { byHand }),
      targets: targets.map((target) => ({ ...target, findings: told(target.findings) })),
      findings: told(findings),
    })),
  };
  const lives = keyLives(environments, await receipts(), await keyEnds());
  if (flags.ics !== undefined) await writeCalendar(flags.ics, lives, limits.maxAge, terminal);
  const found = due(lives, limits, new Date());
  if (found.length === 0) return { ...result, keys: lives };
  for (const each of found) terminal.print(say(each.code, each.params, terminal.language).what);
  const refusal = new CommandRefusal('keys-due', { count: found.length });
  throw new WantsAttention(refusal, { ...result, keys: lives, due: told(found) });
};

export default status;

function tellFinding({ code, params }: StatusFinding, { language }: Terminal) {
  const { what: message, next } = say(code, params, language);
  return { code, params, message, next };
}
