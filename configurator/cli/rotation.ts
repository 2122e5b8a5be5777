import type { AccessKey } from '../../shared/access-key.ts';
import { doubtsOf } from '../../shared/doubts.ts';
import { consoleHosts } from '../../shared/environment.ts';
import type { KeySummary, Receipt } from '../../shared/wire.ts';
import { verify } from '../inspect/payline/verify.ts';
import { finishRotation } from '../inspect/rotation.ts';
import { summarizeKey } from '../install/install.ts';
import type { Project } from '../project/project.ts';
import { CommandRefusal, FoundWrong, WantsAttention } from './errors.ts';
import { installKey } from './install-key.ts';
import type { KeySource } from './key-source.ts';
import { showWorks, tellVerified } from './show/verified.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/**
 * Continues only with a key that Payline accepts.
 *
 * @param installed whether it is already in place; else nothing has been changed yet
 * @throws FoundWrong, or WantsAttention for one in place
 */
export async function prove(key: AccessKey, installed: boolean, terminal: Terminal): Promise<void> {
  const verified = await verify(key);
  if (verified.outcome === 'works') return showWorks(verified, terminal);
  if (installed) terminal.complain(tell('rotation-undo', terminal.language));
  const Found = installed ? WantsAttention : FoundWrong;
  throw new Found(verified.why, tellVerified(verified, terminal));
}

interface Wish {
  /** The end date that the old key was given. */
  readonly ends: string | undefined;
  readonly ask: boolean;
}

/**
 * Guides the person to give the old key an end date in the console, and records the date.
 *
 * @returns the day
 * @throws WantsAttention `rotation-waits` where none was entered: the old key still works, and the rotation continues later
 */
export async function leadOut(
  project: Project,
  old: KeySummary,
  { ends, ask }: Wish,
  done: object,
  terminal: Terminal,
): Promise<string> {
  const { environment, masked } = old;
  const key = old.reference || masked;
  const steps = ['rotation-open', 'rotation-find', 'rotation-give-end'] as const;
  const params = { address: `https://${consoleHosts[environment]}`, key, masked };
  if (ends === undefined) {
    for (const step of steps) terminal.print(tell(step, terminal.language, params));
  }
  const day = ends ?? (ask ? await askForDay(terminal) : undefined);
  if (day === undefined) throw new WantsAttention(new CommandRefusal('rotation-waits', { masked }), done);
  await finishRotation(project, old, day);
  terminal.print(terminal.paint('green', tell('rotation-done', terminal.language, { masked, day })));
  return day;
}

async function askForDay(terminal: Terminal): Promise<string | undefined> {
  const { askDay } = await import('./prompts.ts');
  return askDay(terminal);
}

/**
 * Installs the new key after Payline has accepted it, so that no file exchanges a working key for one that does not work.
 *
 * @throws Refusal `rotation-same-key`, and those of an installation; WantsAttention where an external target may not have the
 *   key; FoundWrong; Cancelled
 */
export async function installSuccessor(
  project: Project,
  old: KeySummary,
  source: KeySource,
  yes: boolean,
  terminal: Terminal,
): Promise<Receipt> {
  const { fingerprint } = await summarizeKey(source.key);
  if (fingerprint === old.fingerprint) throw new CommandRefusal('rotation-same-key');
  const check = () => prove(source.key, false, terminal);
  const applied = await installKey(project, source, { yes, check }, terminal);
  const [doubt] = doubtsOf(applied.receipt);
  // The old key may still be in use there, so it is not retired until that is known.
  if (doubt) throw new WantsAttention(doubt, { old, ...applied });
  return applied.receipt;
}
