import { cwd } from 'node:process';
import type { AccessKey } from '../../../shared/access-key.ts';
import { doubtsOf } from '../../../shared/doubts.ts';
import type { Environment } from '../../../shared/environment.ts';
import { leftByHand, noteEntered } from '../../install/by-hand.ts';
import { refuseReplay, summarizeKey } from '../../install/install.ts';
import { makePlan } from '../../install/plan.ts';
import { withLock } from '../../machine/lock.ts';
import { noteKeyEnd } from '../../machine/records/key-ends.ts';
import { loadProject } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import type { Work } from '../command.ts';
import { confirmSender, readCode } from '../confirm-sender.ts';
import { CommandRefusal, UsageError, WantsAttention } from '../errors.ts';
import { type Applied, installKey, showPlanned } from '../install-key.ts';
import { type KeySource, readKeyFor } from '../key-source.ts';
import { readDay } from '../read-days.ts';
import { requirePerson, requireSource } from '../require-person.ts';
import { showFollowUp } from '../show/plan.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';
import { verifyInstalled } from '../verify-installed.ts';

export interface ApplyFlags {
  readonly project?: string;
  readonly environment?: Environment;
  /** The confirmation code of a sealed key. */
  readonly code?: string;
  /** Every project of this machine that the key is for. */
  readonly all?: boolean;
  readonly dryRun?: boolean;
  /** The key's merchant, if it replaces another merchant's. */
  readonly merchant?: string;
  /** The day on which the key ends. */
  readonly ends?: string;
  /** Ask Payline afterwards whether the key works. */
  readonly verify?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `cle apply`: installs a key into the project's files, or shows what that would do. */
const apply: Work<ApplyFlags, [source?: string]> = async (terminal, flags, source) => {
  checkVerify(flags, terminal);
  const ends = readDay(flags.ends, terminal);
  readCode(flags, terminal);
  if (flags.all) return applyToAll(terminal, flags, source);
  const project = await loadProject(flags.project ?? cwd());
  requireAnswers(flags, source, terminal);
  const read = await readKeyFor(source, project, flags, terminal);
  if (read.confirmationCode !== undefined) {
    await refuseReplay(project.id, read.captureId, () => makePlan(project, read.key));
  }
  await checkSender(read, flags, terminal);
  const done = await planOrApply(project, read, flags, terminal);
  const result = { ...done, byHand: showFollowUp(project, read.key.environment, terminal) };
  if (!('receipt' in done)) return result;
  await noteEnd(read.key, ends);
  const [doubt] = doubtsOf(done.receipt);
  if (doubt) throw new WantsAttention(doubt, result);
  const verified = { ...result, ...(await verifyInstalled(read.key, flags, result, terminal)) };
  wantAttention(done, verified);
  await askByHand(project, read, flags, verified, terminal);
  return verified;
};

export default apply;

/** @throws UsageError where something must be asked and nobody can answer */
function requireAnswers({ dryRun, yes }: ApplyFlags, source: string | undefined, terminal: Terminal): void {
  requireSource(source, terminal);
  if (!dryRun && !yes) requirePerson('confirmation-needed-next', terminal, source);
}

/** @throws WantsAttention where a file has a flag for another environment than that of the key just installed */
function wantAttention({ plan: { notices = [] } }: Applied, found: object): void {
  const notice = notices.find(({ code }) => code === 'flag-contradicts');
  if (notice) throw new WantsAttention(notice, found);
}

/**
 * Asks, where there is somebody to ask, whether what takes the key by hand has it by now, and notes their word.
 *
 * @throws WantsAttention `steps-left` where nobody says so
 */
async function askByHand(
  project: Project,
  { key, captureId }: KeySource,
  { yes }: ApplyFlags,
  found: object,
  terminal: Terminal,
): Promise<void> {
  const left = await leftByHand(project, await summarizeKey(key));
  if (left.length === 0) return;
  const { language, interactive } = terminal;
  if (interactive && !yes) {
    const { offered } = await import('../prompts.ts');
    const names = left.join(', ');
    if (await offered(tell('confirm-by-hand', language, { names }), terminal)) {
      await noteEntered(project, key, captureId);
      return;
    }
  }
  throw new WantsAttention(new CommandRefusal('steps-left', { names: left.join(', ') }), { ...found, left });
}

/** `cle apply --all`: installs the key in every project that it is for. */
async function applyToAll(
  terminal: Terminal,
  flags: ApplyFlags,
  source: string | undefined,
): Promise<object> {
  const { language } = terminal;
  if (flags.project !== undefined) {
    throw new UsageError(tell('all-or-project', language), tell('all-or-project-next', language));
  }
  requireAnswers(flags, source, terminal);
  const read = await readKeyFor(source, { environments: [], merchant: undefined }, flags, terminal);
  await checkSender(read, flags, terminal);
  const { applyAll } = await import('../apply-all.ts');
  const done = await applyAll(read.key, read, flags, terminal);
  if (!flags.dryRun) await noteEnd(read.key, readDay(flags.ends, terminal));
  return done;
}

/** A sealed key is installed only after it is confirmed to be the one that the sender sealed. */
async function checkSender(
  { confirmationCode }: KeySource,
  flags: ApplyFlags,
  terminal: Terminal,
): Promise<void> {
  if (confirmationCode !== undefined) return confirmSender(confirmationCode, flags, terminal);
  if (flags.code === undefined) return;
  const { language } = terminal;
  throw new UsageError(tell('code-without-sealed', language), tell('code-without-sealed-next', language));
}

async function planOrApply(
  project: Project,
  read: KeySource,
  { dryRun, yes }: ApplyFlags,
  terminal: Terminal,
): Promise<Pick<Applied, 'plan'> | Applied> {
  if (dryRun) return { plan: (await showPlanned(project, read.key, terminal)).summary };
  return installKey(project, read, { yes: yes === true }, terminal);
}

async function noteEnd(key: AccessKey, day: string | undefined): Promise<void> {
  if (day === undefined) return;
  const { fingerprint } = await summarizeKey(key);
  await withLock((lock) => noteKeyEnd(fingerprint, day, lock));
}

function checkVerify({ verify, dryRun, all }: ApplyFlags, { language }: Terminal): void {
  if (!verify || !(dryRun || all)) return;
  const key = dryRun ? 'verify-or-dry-run' : 'verify-or-all';
  throw new UsageError(tell(key, language), tell('all-or-project-next', language));
}
