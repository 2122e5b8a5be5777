import { posix } from 'node:path';
import type { Kit } from '../kits/kit.ts';
import { pathPattern } from './path-pattern.ts';

const patterns = new WeakMap<Kit, RegExp>();

/**
 * Says whether a file is where the kit keeps one, in whatever folder the kit itself is.
 *
 * @param has says whether the tree has a file of that path
 */
export function isKitFile(file: string, kit: Kit, has: (path: string) => boolean): boolean {
  const pattern = patterns.get(kit) ?? pathPattern(kit.files);
  patterns.set(kit, pattern);
  if (!pattern.test(file)) return false;
  return kit.beside === undefined || kit.beside.some((other) => has(posix.join(posix.dirname(file), other)));
}
