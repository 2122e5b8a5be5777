import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { errnoOf } from '../disk/errno.ts';

/**
 * Runs a pack. Beside it may lie what V8 compiled of it at the build; a V8 that is not the same, to its flags, passes
 * that over and compiles as usual. It is trusted as the program is: it lies in the program's own folder, and is named
 * for the text that it was compiled of, as V8 compares but the lengths.
 *
 * @param path without its ending
 * @param require by which the pack finds other parts
 * @returns what it exports
 */
export function readPack(path: string, require: NodeJS.Require): object {
  const filename = `${path}.js`;
  const cachedData = readIfThere(`${path}.compiled`);
  const script = new Script(readFileSync(filename, 'utf8'), { filename, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(module, require);
  return module.exports;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    errnoOf(error);
    return undefined;
  }
}
