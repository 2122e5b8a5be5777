import native from 'node:path';

/** The rules of one system for paths: those of `node:path`, `posix` or `win32`. */
type PathRules = Pick<typeof native, 'relative' | 'isAbsolute' | 'sep'>;

/**
 * Decides what is inside a folder, by the letters of two absolute paths.
 *
 * @param folder absolute, symbolic links resolved where they matter
 * @param path likewise
 * @returns the way from the folder to it, with `/`, empty for the folder itself; `undefined` where it is outside: on Windows
 *   the way to another drive is an absolute path, without any `..`
 */
export function wayInside(folder: string, path: string, rules: PathRules = native): string | undefined {
  const way = rules.relative(folder, path);
  const leaves = way === '..' || way.startsWith(`..${rules.sep}`) || rules.isAbsolute(way);
  return leaves ? undefined : way.replaceAll(rules.sep, '/');
}
