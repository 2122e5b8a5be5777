import type { Origin } from '../install/install-from.ts';
import type { Plan } from '../install/plan.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/**
 * Asks a person to agree to a plan that was shown; where it changes the merchant, also to that, by itself.
 *
 * @returns the origin with the merchant that was agreed to
 * @throws Cancelled
 */
export async function confirmPlan(
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
