import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from './built.ts';
import type { Session } from './session.ts';

interface Manifest {
  version: string;
  content_scripts: { js: string[] }[];
}

/** A copy of the shipped extension, as one version of several or with something added. */
export interface Copy {
  readonly version: string;
  /** A further script of this extension in the consoles' pages: what one does that was taken over. */
  readonly contentScript?: string;
}

/** Installs a copy of the extension over the one that is there, as an update does. */
export async function installCopy(session: Session, { version, contentScript }: Copy): Promise<void> {
  const folder = join(session.workspace.root, `extension-${version}`);
  cpSync(builtExtension(session.browserName), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  manifest.version = version;
  if (contentScript !== undefined) {
    writeFileSync(join(folder, 'taken-over.js'), contentScript);
    manifest.content_scripts[0]?.js.push('taken-over.js');
  }
  writeFileSync(file, JSON.stringify(manifest));
  await session.browser.installExtension(folder);
}
