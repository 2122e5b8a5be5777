import { posix } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Companion, Kit } from '../kits/kit.ts';
import { type Marker, type Plugin, plugins } from '../kits/plugins.ts';
import { readSmall } from './walk.ts';

/**
 * A pattern for paths that end in one of these, in any folder; case is ignored.
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
 * Whether a file is at a kit's path, in any folder.
 *
 * @param has whether the tree has a file at a path
 * @param root the tree's root, for companions that are recognised by their contents
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

/** A shop's plugin, and the file by which it was recognised. */
export interface FoundPlugin {
  readonly plugin: Plugin;
  readonly file: string;
}

const anyMarker = pathPattern(plugins.flatMap(({ markers }) => markers.map(({ file }) => file)));

/**
 * Finds the plugins of a tree that keep their key in a database, in the order of their list.
 *
 * @param files relative to the root, with `/`
 */
export function findPlugins(root: string, files: readonly string[]): FoundPlugin[] {
  const markerFiles = files.filter((file) => anyMarker.test(file));
  return plugins.flatMap((plugin) => {
    const file = markerFiles.find((candidate) =>
      plugin.markers.some((marker) => isMarker(candidate, marker, root)),
    );
    return file === undefined ? [] : [{ plugin, file }];
  });
}

function isMarker(file: string, marker: Marker, root: string): boolean {
  if (!pathPattern([marker.file]).test(file)) return false;
  if (marker.text === undefined) return true;
  return file.endsWith('composer.json') ? requires(root, file, marker.text) : holds(root, file, marker.text);
}

/** Whether a project requires a package. The package's own repository also contains its name, but is not a shop. */
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

/** A file that cannot be read contains nothing. */
function holds(root: string, file: string, text: string): boolean {
  try {
    return readSmall(root, file).includes(text);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
