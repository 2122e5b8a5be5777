import { readBasicAuthorization } from '../../shared/authorization.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { MerchantChange } from '../../shared/wire.ts';
import { merchantsInstalled } from '../machine/records/journal.ts';
import { isRealMerchant } from '../project/placeholder.ts';

/** What tells whose key a plan brings in and whose it takes away. */
interface Bringing {
  readonly project: string;
  /** The merchant of the key. */
  readonly merchantId: string;
  /** The merchants that the plan's targets name now. */
  readonly held: readonly string[];
  /** Whether the plan changes anything. */
  readonly changes: boolean;
}

/**
 * Says whose key a value of a file belongs to.
 *
 * @param field which field of a key the file keeps there
 * @returns the merchant id; `undefined` where the value names none, or a placeholder
 */
export function merchantIn(field: string, value: string): string | undefined {
  const said = merchantOf(field, value.trim());
  return said !== undefined && isRealMerchant(said) ? said : undefined;
}

function merchantOf(field: string, value: string): string | undefined {
  if (field === 'merchantId') return value;
  if (field === 'authorization') return readBasicAuthorization(value)?.merchantId;
  if (field === 'credentials') return readBasicAuthorization(`Basic ${value}`)?.merchantId;
  return undefined;
}

/**
 * Whether a plan would put one merchant's key in the place of another's: a target names another merchant, or every
 * installation in the project so far was for others.
 *
 * @returns `undefined` where it would not
 */
export async function merchantChangeOf({
  project,
  merchantId: to,
  held,
  changes,
}: Bringing): Promise<MerchantChange | undefined> {
  if (!changes) return undefined;
  const replaced = [...new Set(held)].filter((merchant) => merchant !== to);
  if (replaced.length > 0) return { from: replaced, to };
  const installed = await merchantsInstalled(project);
  return installed.length === 0 || installed.includes(to) ? undefined : { from: installed, to };
}

/**
 * Lets an installation go on that changes the merchant only where that was confirmed.
 *
 * @param named the merchant that was confirmed, if any
 * @throws Refusal `merchant-changes`; `merchant-other` where another one was confirmed than the key's
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
