import type { AccessKey } from '../../shared/access-key.ts';
import type { Plan as PlanSummary, Receipt } from '../../shared/wire.ts';
import { installLocked, type Origin, summarize } from '../install/install.ts';
import { makePlan, type Plan } from '../install/plan.ts';
import { type Lock, withLock } from '../machine/lock.ts';
import { registerProject } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import type { KeySource } from './key-source.ts';
import { showPlan, showReceipt } from './show/plan.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

interface ShownPlan {
  readonly plan: Plan;
  readonly summary: PlanSummary;
}

export interface Applied {
  readonly plan: PlanSummary;
  readonly receipt: Receipt;
}

interface Agreement {
  /** Do not ask for confirmation. */
  readonly yes: boolean;
  /** A check after the plan is shown and before anything is changed; it throws where it fails. */
  readonly check?: () => Promise<void>;
}

/** Plans the installation of a key and shows the plan. @throws Refusal those of `makePlan` */
export async function showPlanned(project: Project, key: AccessKey, terminal: Terminal): Promise<ShownPlan> {
  const plan = await makePlan(project, key);
  const summary = await summarize(plan);
  await showPlan(summary, terminal);
  return { plan, summary };
}

/**
 * Plans an installation, shows it, asks for confirmation and installs.
 *
 * @throws Refusal those of an installation; Cancelled; what `check` throws
 */
export async function installKey(
  loaded: Project,
  source: KeySource,
  { yes, check }: Agreement,
  terminal: Terminal,
): Promise<Applied> {
  const project = await registerProject(loaded);
  // Plans under the lock, so that of several runs at once each sees what the previous one wrote.
  if (yes && !check) {
    return withLock(async (lock) =>
      installShown(await showPlanned(project, source.key, terminal), source, lock, terminal),
    );
  }
  const shown = await showPlanned(project, source.key, terminal);
  await check?.();
  const origin = yes || !changesAnything(shown) ? source : await confirmPlan(shown.plan, source, terminal);
  return withLock((lock) => installShown(shown, origin, lock, terminal));
}

function changesAnything({ summary: { targets, external = [] } }: ShownPlan): boolean {
  return [...targets, ...external].some(({ change }) => change !== 'unchanged');
}

async function installShown(
  { plan, summary }: ShownPlan,
  origin: Origin,
  lock: Lock,
  terminal: Terminal,
): Promise<Applied> {
  const receipt = await installLocked(plan, origin, lock);
  await showReceipt(receipt, terminal);
  return { plan: summary, receipt };
}

/**
 * Asks a person to confirm the plan that was shown and, separately, a change of merchant.
 *
 * @returns the origin with the confirmed merchant
 * @throws Cancelled
 */
async function confirmPlan(
  { merchantChange }: Pick<Plan, 'merchantChange'>,
  origin: Origin,
  terminal: Terminal,
): Promise<Origin> {
  const { confirm } = await import('./prompts.ts');
  await confirm(tell('confirm-apply', terminal.language), terminal);
  if (merchantChange === undefined || origin.merchant !== undefined) return origin;
  const { from, to } = merchantChange;
  await confirm(tell('confirm-merchant', terminal.language, { from: from.join(', '), to }), terminal);
  return { ...origin, merchant: to };
}
