import { Refusal } from '../../shared/refusal.ts';
import type { Plugin, Sign } from '../kits/plugins/plugin.ts';
import { plugins } from '../kits/plugins/plugins.ts';
import { pathPattern } from './path-pattern.ts';
import { readSmall } from './read-small.ts';

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
