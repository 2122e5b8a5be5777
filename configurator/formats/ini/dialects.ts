import type { FormatContext } from '../format.ts';
import type { Dialect } from './dialect.ts';
import { php } from './php.ts';
import { python } from './python.ts';

/** Every dialect, by its word in `dialect:`; the first is the default. */
export const dialects: readonly Dialect[] = [php, python];

/** Files of Python's own tools. */
const pythonFile = /\.cfg(?:\.\w+)?$|(?:^|\/)(?:tox|pytest|mypy|alembic)\.ini$/i;

/** The dialect that the project file names, or else the one that follows from the file's name. */
export function dialectOf({ dialect, file }: FormatContext): Dialect {
  const named = dialects.find(({ word }) => word === dialect);
  return named ?? (pythonFile.test(file.replaceAll('\\', '/')) ? python : php);
}
