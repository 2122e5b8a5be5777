import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installed } from './installed.ts';

/** A throwaway home, project and temporary folder: all that the browser, the host and the command line may touch. */
export interface Workspace {
  readonly root: string;
  readonly home: string;
  readonly project: string;
  readonly temporary: string;
  /** Screenshots, their text, and logs. */
  readonly evidence: string;
  /** The environment of every program that runs in here. */
  readonly env: Readonly<Record<string, string>>;
  /** What runs in place of what was built: a package that an ordinary user installed. */
  readonly installed?: Installed;
  /** Makes it as new, but for what the browser that runs in it goes on using: its profile, its temporary files, its log. */
  renew(): void;
  remove(): void;
}

/** Of a home: what a browser that runs goes on using, and where it looks for hosts, which is no part of that. */
const profiles = ['.config', '.mozilla', '.cache'];
const ofHosts = ['.config/chromium/NativeMessagingHosts', '.mozilla/native-messaging-hosts'];

/** What a program needs of the surrounding environment to run and to show windows; nothing that says where homes are. */
const inherited = [
  'PATH',
  'LANG',
  'DISPLAY',
  'XAUTHORITY',
  'WAYLAND_DISPLAY',
  'XDG_RUNTIME_DIR',
  'SystemRoot',
];

/** Where tests keep what would be a browser's own in the registry of Windows: see `windowsRegistry`. */
export const registryOfTests = 'Software\\cle-en-main-tests';

export function makeWorkspace(): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cle-en-main-')));
  const folder = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const home = folder('home');
  const project = folder('shop');
  const temporary = folder('temporary');
  const evidence = folder('evidence');
  return {
    root,
    home,
    project,
    temporary,
    evidence,
    env: {
      ...Object.fromEntries(
        inherited.flatMap((name) => [[name, process.env[name]]]).filter(([, value]) => value),
      ),
      HOME: home,
      USERPROFILE: home,
      CLE_HOME: join(home, 'cle-en-main'),
      CLE_REGISTRY: registryOfTests,
      TMPDIR: temporary,
    },
    renew() {
      keepOnly(root, ['home', 'temporary', 'evidence']);
      keepOnly(home, profiles);
      for (const hosts of ofHosts) remove(join(home, hosts));
      mkdirSync(project);
    },
    remove: () => remove(root),
  };
}

function keepOnly(folder: string, names: readonly string[]): void {
  for (const name of readdirSync(folder)) if (!names.includes(name)) remove(join(folder, name));
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
