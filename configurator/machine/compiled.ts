import { statSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { getuid } from 'node:process';

/** In `node:module` from Node 22.1 on, which is newer than the oldest that we support. */
type KeepsCompiled = { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Has Node keep what V8 compiles of the program, where this Node can: that is most of the time that a command takes to
 * start. It is as good as code, so it lies in the program's own folder, never in one of the system's for temporary
 * files, and only where nobody but this user writes. Windows does not say that in so few words: nothing is kept there.
 *
 * @param folder that of the program
 */
export function keepCompiled(folder: string): void {
  const { enableCompileCache } = module as KeepsCompiled;
  if (!enableCompileCache) return;
  const { uid, mode } = statSync(folder);
  if (uid === getuid?.() && (mode & 0o022) === 0) enableCompileCache(join(folder, 'compiled'));
}
