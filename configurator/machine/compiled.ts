import { statSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { getuid } from 'node:process';

/** `node:module` of Node 22.1 and later; we support older ones too. */
type ModuleWithCompileCache = { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Turns on Node's compile cache, where this Node has one: compiling is most of the time that a command takes to start. The
 * cache is as good as code, so it is in the program's own folder, never in a temporary one, and only where nobody but this
 * user can write. On Windows a mode does not tell that, so nothing is cached there.
 *
 * @param folder of the program
 */
export function keepCompiled(folder: string): void {
  const { enableCompileCache } = module as ModuleWithCompileCache;
  if (!enableCompileCache) return;
  const { uid, mode } = statSync(folder);
  if (uid === getuid?.() && (mode & 0o022) === 0) enableCompileCache(join(folder, 'compiled'));
}
