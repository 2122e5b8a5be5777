import { cwd } from 'node:process';
import type { Environment } from '../../../shared/environment.ts';
import { openDoubts } from '../../inspect/external-status.ts';
import { installedKey } from '../../inspect/payline/installed-key.ts';
import { beginOrResume, findRemaining, type Rotation } from '../../inspect/rotation.ts';
import { summarizeKey } from '../../install/install.ts';
import { loadProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import type { Work } from '../command.ts';
import { confirmSender } from '../confirm-sender.ts';
import { CommandRefusal, WantsAttention } from '../errors.ts';
import { type KeySource, onlyEnvironment, readKeyFor } from '../key-source.ts';
import { readDay } from '../read-days.ts';
import { requirePerson, requireSource } from '../require-person.ts';
import { installSuccessor, leadOut, prove } from '../rotation.ts';
import { describeKey } from '../show/plan.ts';
import { showRemaining } from '../show/scan.ts';
import type { Terminal } from '../terminal.ts';

export interface RotateFlags {
  readonly project?: string;
  readonly environment?: Environment;
  /** The confirmation code of a sealed key. */
  readonly code?: string;
  /** The end that the old key was given in the console. */
  readonly ends?: string;
  /** The key's merchant, if it replaces another merchant's. */
  readonly merchant?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `cle rotate`: replaces an installed key, step by step. The files tell which step is next, so it can be interrupted anywhere
 * and run again; until the old key ends, `cle undo` restores it.
 */
const rotate: Work<RotateFlags, [source?: string]> = async (terminal, flags, source) => {
  const ends = readDay(flags.ends, terminal);
  const project = await loadProject(flags.project ?? cwd());
  const environment = flags.environment ?? onlyEnvironment(project, terminal);
  const rotation = await beginOrResume(project, await installedKey(project, environment));
  terminal.print(describeKey(rotation.old, terminal));
  await bringIn(project, rotation, source, { ...flags, environment }, terminal);
  // Whoever enters an end date has already checked where the old key may still be in use.
  if (ends === undefined) await refuseDoubts(project, rotation, environment);
  const installed = await installedKey(project, environment);
  await prove(installed, true, terminal);
  const { old } = rotation;
  const remaining = await findRemaining(project, old);
  showRemaining(remaining, old.masked, terminal);
  const { places, projects } = remaining;
  const done = { old, new: await summarizeKey(installed), remaining: places, projects };
  const ask = terminal.interactive && flags.yes !== true;
  return { ...done, ends: await leadOut(project, old, { ends, ask }, done, terminal) };
};

export default rotate;

/** Installs the new key, unless that is already done. */
async function bringIn(
  project: Project,
  { old, current }: Rotation,
  source: string | undefined,
  flags: RotateFlags & { readonly environment: Environment },
  terminal: Terminal,
): Promise<void> {
  const inPlace = current.fingerprint !== old.fingerprint;
  if (inPlace && source === undefined) return;
  requireSource(source, terminal);
  if (!flags.yes) requirePerson('rotation-confirmation-next', terminal, source);
  const read = await readKeyFor(source, project, flags, terminal);
  if (inPlace) return refuseAnother(read, current.fingerprint);
  if (read.confirmationCode !== undefined) await confirmSender(read.confirmationCode, flags, terminal);
  await installSuccessor(project, old, read, flags.yes === true, terminal);
}

/** @throws WantsAttention where an external target may not have the new key: the old one must not be retired then */
async function refuseDoubts(project: Project, { old }: Rotation, environment: Environment): Promise<void> {
  const [doubt] = await openDoubts(project, environment);
  if (doubt) throw new WantsAttention(doubt, { old });
}

/** With two rotations at once, one old key would be forgotten. */
async function refuseAnother({ key }: KeySource, fingerprint: string): Promise<void> {
  if ((await summarizeKey(key)).fingerprint !== fingerprint) throw new CommandRefusal('rotation-other-key');
}
