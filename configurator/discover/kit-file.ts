import { posix } from 'node:path';
import type { Kit } from '../kits/kit.ts';

const patterns = new WeakMap<Kit, RegExp>();

/**
 * Says whether a file is where the kit keeps one, in whatever folder the kit itself is.
 *
 * @param has says whether the tree has a file of that path
 */
export function isKitFile(file: string, kit: Kit, has: (path: string) => boolean): boolean {
  if (!patternOf(kit).test(file)) return false;
  return kit.beside === undefined || kit.beside.some((other) => has(posix.join(posix.dirname(file), other)));
}

function patternOf(kit: Kit): RegExp {
  const known = patterns.get(kit);
  if (known) return known;
  const files = kit.files.map((file) =>
    file.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'),
  );
  const pattern = new RegExp(`(?:^|/)(?:${files.join('|')})$`, 'i');
  patterns.set(kit, pattern);
  return pattern;
}
