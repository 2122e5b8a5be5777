import { posix } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Kit } from '../kits/kit.ts';
import { type Plugin, plugins, type Sign } from '../kits/plugins.ts';
import { readSmall } from './walk.ts';

/**
 * Matches paths of a tree that end as one of these does, whatever folders lead there; case does not count.
 *
 * @param ends paths with `/`; `*` stands for any part of a name
 * @param below matches what is below them instead
 */
export function pathPattern(ends: readonly string[], below = false): RegExp {
  const escaped = ends.map((end) => end.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'));
  return new RegExp(`(?:^|/)(?:${escaped.join('|')})${below ? '/' : '$'}`, 'i');
}

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

/** A shop's plugin, and the file that tells it. */
export interface FoundPlugin {
  readonly plugin: Plugin;
  readonly file: string;
}

const anySign = pathPattern(plugins.flatMap(({ signs }) => signs.map(({ file }) => file)));

/**
 * Finds the plugins of a tree that keep their key in a database, in the order of their list.
 *
 * @param files relative to the root, with `/`
 */
export function findPlugins(root: string, files: readonly string[]): FoundPlugin[] {
  const telling = files.filter((file) => anySign.test(file));
  return plugins.flatMap((plugin) => {
    const file = telling.find((candidate) => plugin.signs.some((sign) => isSign(candidate, sign, root)));
    return file === undefined ? [] : [{ plugin, file }];
  });
}

function isSign(file: string, sign: Sign, root: string): boolean {
  return pathPattern([sign.file]).test(file) && (sign.text === undefined || holds(root, file, sign.text));
}

/** What cannot be read tells nothing. */
function holds(root: string, file: string, text: string): boolean {
  try {
    return readSmall(root, file).includes(text);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
