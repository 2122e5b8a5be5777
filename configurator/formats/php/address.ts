import { Refusal } from '../../../shared/refusal.ts';
import type { Entry, FormatContext } from '../format.ts';
import { type Address, matcher, type Path, parseAddress, printPath, type Segment } from '../path-address.ts';
import { onlyOne } from '../slot.ts';

/**
 * An address in a PHP file:
 *
 *     MERCHANT_ID                   define('MERCHANT_ID', …), const MERCHANT_ID, $_SESSION['MERCHANT_ID'] or
 *                                   $MERCHANT_ID, whichever one the file has
 *     $_SESSION.MERCHANT_ID         that variable only
 *     payline.merchantId            an item of the array that the file returns
 *     $config.payline.merchantId    an item of an array in a variable or in a property: `$config->payline`
 *     Settings.ACCESS_KEY           a constant of a class, or its property `$ACCESS_KEY`
 *     Configure.Payline.accessKey   what `Configure::write('Payline.accessKey', …)` sets; also without `Configure`
 *     putenv.ACCESS_KEY             what `putenv('ACCESS_KEY=…')` sets; also without `putenv`
 *     MERCHANT_ID@PRODUCTION        the one in the branch of `if (PRODUCTION)`
 *     MERCHANT_ID@!PRODUCTION       the one in its `else`
 *     MERCHANT_ID@                  the one outside any branch
 *
 * Entries have the full form.
 */
interface PhpAddress {
  readonly path: Address;
  /** The conditions around the entry, each after its `@`; `undefined`: any. */
  readonly branch: string | undefined;
}

/** Prints a path as the canonical address that entries have. */
export function printPhpAddress({ segments }: Path, branch: readonly string[]): string {
  const steps = segments.map((segment) =>
    typeof segment === 'string' && segment.includes('@')
      ? JSON.stringify(segment)
      : printPath({ segments: [segment] }),
  );
  const path = steps.map((step, index) => (index > 0 && !step.startsWith('[') ? `.${step}` : step)).join('');
  return path + branch.map((condition) => `@${condition}`).join('');
}

/** An array key as PHP normalises it: `'5'` and `5` are the same. */
export function phpKey(name: string): Segment {
  return /^(?:0|[1-9]\d{0,8})$/.test(name) ? Number(name) : name;
}

/** @returns `undefined` where the text is not an address */
export function parsePhpAddress(text: string): PhpAddress | undefined {
  const at = /^(?:"(?:[^"\\]|\\.)*"|[^"@])*/.exec(text)?.[0].length ?? 0;
  // PHP's own notation too: `$config->key`, `Settings::KEY`.
  const path = parseAddress(text.slice(0, at).replace(/(?<=^[^"]*)(?:->|::)/g, '.'));
  if (!path || path.document !== undefined) return undefined;
  const segments = path.segments.map((segment) => (typeof segment === 'string' ? phpKey(segment) : segment));
  return {
    path: { ...path, segments },
    branch: at < text.length ? text.slice(at).replace(/\s+/g, ' ').trim() : undefined,
  };
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
  const fits = (full: string) => {
    const { path, branch = '@' } = parsePhpAddress(full) ?? {};
    if (!path || (wanted.branch !== undefined && wanted.branch !== branch)) return false;
    return paths.some((matches) => matches(path));
  };
  const found = entries.filter(
    (entry) => fits(entry.address) || (entry.also !== undefined && fits(entry.also)),
  );
  return onlyOne(found, address, file);
}

/**
 * A plain name also means the variable of that name, the session's entry of that name and the environment variable that
 * the file sets; `Class.name` also a property of the class; a path also what `Configure::write` sets.
 */
function meanings(path: Address): Address[] {
  const { segments, quoted } = path;
  const [name, member, ...others] = segments;
  const configured = { segments: ['Configure', ...segments], quoted };
  if (typeof name !== 'string' || !/^\w+$/.test(name)) return [path, configured];
  const exactly = (...names: Segment[]) => ({ segments: names, quoted: true });
  if (member === undefined) {
    return [path, configured, exactly(`$${name}`), exactly('$_SESSION', name), exactly('putenv', name)];
  }
  const property = typeof member === 'string' && others.length === 0 && /^\w+$/.test(member);
  return [path, configured, ...(property ? [exactly(name, `$${member}`)] : [])];
}
