import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
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
  remove(): void;
}

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

export function makeWorkspace(): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cle-en-main-')));
  const folder = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const home = folder('home');
  const temporary = folder('temporary');
  return {
    root,
    home,
    project: folder('shop'),
    temporary,
    evidence: folder('evidence'),
    env: {
      ...Object.fromEntries(
        inherited.flatMap((name) => [[name, process.env[name]]]).filter(([, value]) => value),
      ),
      HOME: home,
      USERPROFILE: home,
      CLE_HOME: join(home, 'cle-en-main'),
      TMPDIR: temporary,
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
