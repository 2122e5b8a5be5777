import { Refusal } from '../../shared/refusal.ts';
import type { KeySummary, Receipt } from '../../shared/wire.ts';
import { installFrom } from '../apply/install-from.ts';
import { makePlan } from '../apply/plan.ts';
import { summarize, summarizeKey } from '../apply/summary.ts';
import type { KeySource } from '../cli/key-source.ts';
import { showPlan, showReceipt } from '../cli/show.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import type { Project } from '../project/project.ts';
import { registerProject } from '../project/registered.ts';
import { withLock } from '../state/lock.ts';
import { prove } from './prove.ts';

/**
 * Installs the key that follows the old one, once Payline has answered it: no file loses a key that works for one that
 * does not.
 *
 * @throws Refusal `rotation-same-key`, and what an installation is refused for; FoundWrong; Cancelled
 */
export async function installSuccessor(
  project: Project,
  old: KeySummary,
  source: KeySource,
  yes: boolean,
  terminal: Terminal,
): Promise<Receipt> {
  const { fingerprint } = await summarizeKey(source.key);
  if (fingerprint === old.fingerprint) throw new Refusal('rotation-same-key');
  await registerProject(project);
  const plan = await makePlan(project, source.key);
  showPlan(await summarize(plan), terminal);
  await prove(source.key, false, terminal);
  if (!yes) {
    const { confirm } = await import('../cli/prompts.ts');
    await confirm(tell('confirm-apply', terminal.language), terminal);
  }
  const receipt = await withLock((lock) => installFrom(plan, source, lock));
  showReceipt(receipt, terminal);
  return receipt;
}
