import { posix } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Companion, Kit } from '../kits/kit.ts';
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
 * @param root the tree's root, for companions that tell by what they hold
 */
export function isKitFile(file: string, kit: Kit, has: (path: string) => boolean, root: string): boolean {
  const pattern = patterns.get(kit) ?? pathPattern(kit.files);
  patterns.set(kit, pattern);
  if (!pattern.test(file)) return false;
  const tells = (companion: Companion) => {
    const { file: other, text } =
      typeof companion === 'string' ? { file: companion, text: undefined } : companion;
    const path = posix.join(posix.dirname(file), other);
    return has(path) && (text === undefined || holds(root, path, text));
  };
  return kit.beside === undefined || kit.beside.some(tells);
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
  if (!pathPattern([sign.file]).test(file)) return false;
  if (sign.text === undefined) return true;
  return file.endsWith('composer.json') ? requires(root, file, sign.text) : holds(root, file, sign.text);
}

/** Whether a project requires a package: the repository of the package itself has its name too, and is no shop. */
function requires(root: string, file: string, quoted: string): boolean {
  const composer = parsed(root, file);
  return ['require', 'require-dev'].some((list) =>
    Object.hasOwn(composer[list] ?? {}, quoted.replaceAll('"', '')),
  );
}

function parsed(root: string, file: string): Record<string, object> {
  try {
    const value: unknown = JSON.parse(readSmall(root, file).toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return {};
    throw error;
  }
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
