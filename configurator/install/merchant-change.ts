import { readBasicAuthorization } from '../../shared/authorization.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { MerchantChange } from '../../shared/wire.ts';
import { merchantsInstalled } from '../machine/records/journal.ts';
import { isRealMerchant } from '../project/placeholder.ts';

/** The facts that decide whether a plan changes the merchant. */
interface MerchantFacts {
  readonly project: string;
  /** The merchant of the key. */
  readonly merchantId: string;
  /** The merchants that the plan's targets name now. */
  readonly held: readonly string[];
  /** Whether the plan changes anything. */
  readonly changes: boolean;
}

/**
 * The merchant that a value of a file belongs to.
 *
 * @param field the field of the key that the file keeps there
 * @returns the merchant id; `undefined` where the value names none, or is a placeholder
 */
export function merchantIn(field: string, value: string): string | undefined {
  const merchant = merchantOf(field, value.trim());
  return merchant !== undefined && isRealMerchant(merchant) ? merchant : undefined;
}

function merchantOf(field: string, value: string): string | undefined {
  if (field === 'merchantId') return value;
  if (field === 'authorization') return readBasicAuthorization(value)?.merchantId;
  if (field === 'credentials') return readBasicAuthorization(`Basic ${value}`)?.merchantId;
  return undefined;
}

/**
 * The change of merchant in a plan, if any: a target names another merchant, or all installations in the project so far
 * were for others.
 *
 * @returns `undefined` where the merchant stays
 */
export async function merchantChangeOf({
  project,
  merchantId: to,
  held,
  changes,
}: MerchantFacts): Promise<MerchantChange | undefined> {
  if (!changes) return undefined;
  const replaced = [...new Set(held)].filter((merchant) => merchant !== to);
  if (replaced.length > 0) return { from: replaced, to };
  const installed = await merchantsInstalled(project);
  return installed.length === 0 || installed.includes(to) ? undefined : { from: installed, to };
}

/**
 * Refuses an installation that changes the merchant, unless that was confirmed.
 *
 * @param named the merchant that was confirmed, if any
 * @throws Refusal `merchant-changes`; `merchant-other` where another merchant than the key's was confirmed
 */
export function requireMerchant(
  { merchantChange, key }: { readonly merchantChange?: MerchantChange; readonly key: { merchantId: string } },
  named: string | undefined,
): void {
  if (named !== undefined && named !== key.merchantId) {
    throw new Refusal('merchant-other', { key: key.merchantId, named });
  }
  if (merchantChange === undefined || named !== undefined) return;
  const { from, to } = merchantChange;
  throw new Refusal('merchant-changes', { from: from.join(', '), to });
}
