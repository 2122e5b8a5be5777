import type { FormatContext } from '../format.ts';

/**
 * Who reads the file, beyond YAML itself: docker compose and Symfony give `$` and `%` a meaning of their own. What is
 * written is safe for YAML 1.1 and 1.2 in every dialect.
 */
export const dialects = ['yaml', 'compose', 'symfony'] as const;
export type Dialect = (typeof dialects)[number];

const composeFile = /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;
const symfonyFile =
  /(?:^|\/)config\/(?:packages\/|services|parameters)|(?:^|\/)app\/config\/|(?:^|\/)parameters\.ya?ml(?:\.dist)?$/;

/** The dialect that the project file names, or else the one that the file's name tells. */
export function dialectOf({ dialect, file }: FormatContext): Dialect {
  const named = dialects.find((word) => word === dialect);
  if (named) return named;
  const path = file.replaceAll('\\', '/');
  if (composeFile.test(path)) return 'compose';
  return symfonyFile.test(path) ? 'symfony' : 'yaml';
}
