import { cwd } from 'node:process';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { summarizeKey } from '../apply/summary.ts';
import type { Work } from '../cli/command.ts';
import { confirmSender } from '../cli/confirm-sender.ts';
import { type KeySource, readKey } from '../cli/key-source.ts';
import { onlyEnvironment } from '../cli/only-environment.ts';
import { readDay } from '../cli/read-days.ts';
import { describeKey } from '../cli/show.ts';
import { showRemaining } from '../cli/show-remaining.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import { UsageError } from '../cli/usage-error.ts';
import { installedKey } from '../payline/installed-key.ts';
import { checkEnvironment } from '../project/check-environment.ts';
import { loadProject } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { beginOrResume, type Rotation } from '../rotation/begin.ts';
import { leadOut } from '../rotation/lead-out.ts';
import { prove } from '../rotation/prove.ts';
import { findRemaining } from '../rotation/remaining.ts';
import { installSuccessor } from '../rotation/succeed.ts';

export interface RotateFlags {
  readonly project?: string;
  readonly environment?: Environment;
  /** The confirmation code of a sealed key. */
  readonly code?: string;
  /** The end that the old key was given in the console. */
  readonly ends?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `cle rotate`: follows an installed key by another, step by step. Which step is next, the files say, so it may be
 * broken off anywhere and called again; until the old key ends, `cle undo` puts it back.
 */
const rotate: Work<RotateFlags, [source?: string]> = async (terminal, flags, source) => {
  const ends = readDay(flags.ends, terminal);
  const project = await loadProject(flags.project ?? cwd());
  const environment = flags.environment ?? onlyEnvironment(project, terminal);
  const rotation = await beginOrResume(project, await installedKey(project, environment));
  terminal.print(describeKey(rotation.old, terminal));
  await bringIn(project, rotation, source, { ...flags, environment }, terminal);
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

/** Brings the new key in, where that is not done yet. */
async function bringIn(
  project: Project,
  { old, current }: Rotation,
  source: string | undefined,
  flags: RotateFlags & { readonly environment: Environment },
  terminal: Terminal,
): Promise<void> {
  const inPlace = current.fingerprint !== old.fingerprint;
  if (inPlace && source === undefined) return;
  checkThatItCanBeAsked(source, flags, terminal);
  const read = await readKey(source, project, flags.environment, terminal);
  checkEnvironment(read.key, flags.environment);
  if (inPlace) return refuseAnother(read, current.fingerprint);
  if (read.confirmationCode !== undefined) await confirmSender(read.confirmationCode, flags, terminal);
  await installSuccessor(project, old, read, flags.yes === true, terminal);
}

/** Two rotations at once would leave a key behind of which nobody asks where it still stands. */
async function refuseAnother({ key }: KeySource, fingerprint: string): Promise<void> {
  if ((await summarizeKey(key)).fingerprint !== fingerprint) throw new Refusal('rotation-other-key');
}

function checkThatItCanBeAsked(
  source: string | undefined,
  { yes }: RotateFlags,
  { interactive, language }: Terminal,
): void {
  if (source === undefined && !interactive) {
    throw new UsageError(tell('source-needed', language), tell('source-needed-next', language));
  }
  if (!yes && (!interactive || source === '-')) {
    throw new UsageError(tell('confirmation-needed', language), tell('rotation-confirmation-next', language));
  }
}
