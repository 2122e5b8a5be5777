import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostName } from '../../../shared/wire.ts';
import type { Session } from './session.ts';

/** Holds the real host back, or puts another program in its place: the browser starts what the manifest names. */
export interface HostGate {
  /** Lets hosts that wait, and those to come, run. */
  open(): void;
  /** Makes every host that is started from now on wait. */
  close(): void;
  /** Makes the browser start the host again, behind an open gate. */
  openWithHost(): void;
  /** Makes the browser start a program that does `script` instead of the host. */
  replace(script: string): void;
}

const manifests = {
  chromium: '.config/chromium/NativeMessagingHosts',
  firefox: '.mozilla/native-messaging-hosts',
};

/**
 * Puts an open gate before the host.
 *
 * @param env what the browser that starts it has in its environment, as a shell reads it between double quotes
 */
export function gateHost(
  { browserName, workspace }: Session,
  env: Readonly<Record<string, string>> = {},
): HostGate {
  const manifestFile = join(workspace.home, manifests[browserName], `${hostName}.json`);
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const program = join(workspace.root, 'gated-host');
  const closed = join(workspace.root, 'gate-closed');
  const exported = Object.entries(env)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
  const replace = (script: string) => {
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
  };
  const openWithHost = () =>
    replace(`while [ -e '${closed}' ]; do sleep 0.02; done\nexec env ${exported} '${manifest.path}' "$@"`);
  openWithHost();
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, path: program }));
  return {
    open: () => rmSync(closed),
    close: () => writeFileSync(closed, ''),
    openWithHost,
    replace,
  };
}
