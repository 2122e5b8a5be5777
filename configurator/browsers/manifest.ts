import { chromiumId, geckoId } from '../../shared/extension-ids.ts';
import { hostName } from '../../shared/wire.ts';
import type { Browser } from './browsers.ts';

/**
 * The text of a native messaging manifest: which extension may start which program.
 *
 * @param launcher absolute path of what the browser starts
 */
export function manifestText(family: Browser['family'], launcher: string): string {
  const callers =
    family === 'chromium'
      ? { allowed_origins: [`chrome-extension://${chromiumId}/`] }
      : { allowed_extensions: [geckoId] };
  const manifest = {
    name: hostName,
    description: 'Clé en main: installs Payline keys into configuration files',
    path: launcher,
    type: 'stdio',
    ...callers,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
