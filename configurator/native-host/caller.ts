import { posix, win32 } from 'node:path';
import { chromiumId, geckoId } from '../../shared/extension-ids.ts';
import { hostName } from '../../shared/wire.ts';

/**
 * Whether a browser started the host for our extension, by the arguments. Chromium passes the extension's origin, and on
 * Windows its window; Firefox passes the manifest's path and the add-on's id.
 */
export function isKnownCaller(args: readonly string[]): boolean {
  const [first = '', second, ...others] = args;
  if (others.length > 0) return false;
  if (first === `chrome-extension://${chromiumId}/`) {
    return second === undefined || /^--parent-window=\d+$/.test(second);
  }
  return second === geckoId && isManifestPath(first);
}

function isManifestPath(path: string): boolean {
  return [posix, win32].some(
    ({ isAbsolute, basename }) => isAbsolute(path) && basename(path) === `${hostName}.json`,
  );
}
