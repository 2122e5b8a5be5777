import { Refusal } from '../../shared/refusal.ts';
import { mapBounded } from '../disk/map-bounded.ts';
import type { Plugin } from '../kits/plugins/plugin.ts';
import { plugins } from '../kits/plugins/plugins.ts';
import { pathPattern } from './path-pattern.ts';
import { readSmall } from './read-small.ts';

/** A shop's plugin, and the file that tells it. */
export interface FoundPlugin {
  readonly plugin: Plugin;
  readonly file: string;
}

/**
 * Finds the plugins of a tree that keep their key in a database, in the order of their list.
 *
 * @param files relative to the root, with `/`
 */
export async function findPlugins(root: string, files: readonly string[]): Promise<FoundPlugin[]> {
  const endings = plugins.flatMap(({ signs }) => signs.map(({ file }) => file));
  const anySign = pathPattern(endings);
  const telling = files.filter((file) => anySign.test(file));
  const found = await mapBounded(plugins, async (plugin) => {
    const file = await signOf(plugin, root, telling);
    return file === undefined ? [] : [{ plugin, file }];
  });
  return found.flat();
}

/** The first file that is a sign of the plugin. */
async function signOf(
  { signs }: Plugin,
  root: string,
  files: readonly string[],
): Promise<string | undefined> {
  for (const { file: end, text } of signs) {
    for (const file of files.filter((candidate) => pathPattern([end]).test(candidate))) {
      if (text === undefined || (await holds(root, file, text))) return file;
    }
  }
  return undefined;
}

/** What cannot be read tells nothing. */
async function holds(root: string, file: string, text: string): Promise<boolean> {
  try {
    return (await readSmall(root, file)).includes(text);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
