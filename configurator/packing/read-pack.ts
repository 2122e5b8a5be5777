import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { rethrowUnlessSystemError } from '../machine/system-error.ts';

/** The parts of a pack, by their names: what each exports. */
type Pack = Readonly<Record<string, object>>;

/** The packs that ran in this process, by their paths. */
const ran = packsOfProcess();

/** Each file that asks for a pack has this module in it, and all must find the same packs. */
function packsOfProcess(): Map<string, Pack> {
  const name = Symbol.for('cle-en-main packs');
  const packs = Reflect.get(globalThis, name) ?? new Map();
  Reflect.set(globalThis, name, packs);
  return packs;
}

/**
 * Runs a pack, unless it ran already. It is no module, as Node takes longer to find one than to run it. Beside it may lie
 * what V8 compiled of it at the build; a V8 that is not the same, to its flags, passes that over and compiles as usual.
 * It is trusted as the program is: it lies in the program's own folder, and is named for the texts of all packs, as V8
 * compares but the lengths.
 *
 * @param folder where the pack lies, and the other parts that it asks for
 * @param require of a module, anywhere
 */
export function readPack(folder: string, name: string, require: NodeJS.Require): Pack {
  const path = join(folder, name);
  const pack = ran.get(path) ?? run(path, folder, require);
  ran.set(path, pack);
  return pack;
}

function run(path: string, folder: string, require: NodeJS.Require): Pack {
  const filename = `${path}.js`;
  const cachedData = readIfThere(`${path}.compiled`);
  const script = new Script(readFileSync(filename, 'utf8'), { filename, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  const requireBeside = (id: string) => require(id.startsWith('.') ? join(folder, id) : id);
  script.runInThisContext()(module, requireBeside, folder);
  return module.exports;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}
