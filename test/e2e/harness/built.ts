import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserName } from '../../setup/browsers.ts';

const output = resolve(import.meta.dirname, '../../../.output');

/**
 * The folder of the extension as it ships.
 *
 * @throws Error where it was not built
 */
export function builtExtension(name: BrowserName): string {
  return built(name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}

/**
 * The command line as it ships.
 *
 * @throws Error where it was not built
 */
export function builtCommandLine(): string {
  return built('configurator/cle.cjs');
}

function built(name: string): string {
  const path = join(output, name);
  if (!existsSync(path)) throw new Error(`"${path}" is not there; run: npm run build`);
  return path;
}
