import { Refusal } from '../../../shared/refusal.ts';
import { onlyOne } from '../find.ts';
import type { Entry, FormatContext } from '../format.ts';
import { type Address, matcher, parseAddress } from '../path-address.ts';

/**
 * An address in a PHP file:
 *
 *     MERCHANT_ID                   define('MERCHANT_ID', …), const MERCHANT_ID, $_SESSION['MERCHANT_ID'] or
 *                                   $MERCHANT_ID, whichever one the file has
 *     $_SESSION.MERCHANT_ID         that variable only
 *     payline.merchantId            an item of the array that the file returns
 *     $config.payline.merchantId    an item of an array in a variable
 *     MERCHANT_ID@PRODUCTION        the one in the branch of `if (PRODUCTION)`
 *     MERCHANT_ID@!PRODUCTION       the one in its `else`
 *     MERCHANT_ID@                  the one that is in no branch
 *
 * Entries carry the full form.
 */
interface PhpAddress {
  readonly path: Address;
  /** The conditions around the entry, each behind its `@`; `undefined`: any. */
  readonly branch: string | undefined;
}

export function printBranch(conditions: readonly string[]): string {
  return conditions.map((condition) => `@${condition.replace(/\s+/g, ' ').trim()}`).join('');
}

/** @returns `undefined` where the text is no address */
export function parsePhpAddress(text: string): PhpAddress | undefined {
  const at = /^(?:"(?:[^"\\]|\\.)*"|[^"@])*/.exec(text)?.[0].length ?? 0;
  const path = parseAddress(text.slice(0, at));
  if (!path || path.document !== undefined) return undefined;
  return { path, branch: at < text.length ? text.slice(at).replace(/\s+/g, ' ').trim() : undefined };
}

/** @throws Refusal `address-malformed`, `entry-duplicate` with the lines */
export function findPhp<E extends Entry>(
  entries: readonly E[],
  address: string,
  { file }: FormatContext,
): E | undefined {
  const wanted = parsePhpAddress(address);
  if (!wanted) throw new Refusal('address-malformed', { file, address, format: 'PHP' });
  const paths = meanings(wanted.path).map(matcher);
  const found = entries.filter((entry) => {
    const { path, branch = '@' } = parsePhpAddress(entry.address) ?? {};
    if (!path || (wanted.branch !== undefined && wanted.branch !== branch)) return false;
    return paths.some((matches) => matches(path));
  });
  return onlyOne(found, address, file);
}

/** A plain name also means the variable of that name, and the entry of that name in the session. */
function meanings(path: Address): Address[] {
  const [name, ...others] = path.segments;
  if (typeof name !== 'string' || others.length > 0 || !/^\w+$/.test(name)) return [path];
  const also = [[`$${name}`], ['$_SESSION', name]];
  return [path, ...also.map((segments) => ({ segments, quoted: true }))];
}
