import native from 'node:path';

/** One system's path functions: `node:path`, `posix` or `win32`. */
type PathRules = Pick<typeof native, 'relative' | 'isAbsolute' | 'sep'>;

/**
 * The path of something inside a folder, by comparing two absolute paths as text.
 *
 * @param folder absolute, symbolic links resolved where they matter
 * @param path likewise
 * @returns the path relative to the folder, with `/`, empty for the folder itself; `undefined` where it is outside (on
 *   Windows the relative path to another drive is absolute, without any `..`)
 */
export function wayInside(folder: string, path: string, rules: PathRules = native): string | undefined {
  const relative = rules.relative(folder, path);
  const isOutside = relative === '..' || relative.startsWith(`..${rules.sep}`) || rules.isAbsolute(relative);
  return isOutside ? undefined : relative.replaceAll(rules.sep, '/');
}
