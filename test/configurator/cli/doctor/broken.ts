import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AllMessages } from '../../../../configurator/cli/messages.ts';
import { version } from '../../../../package.json';
import { mustBeRoot } from '../../ordinary-user.ts';
import type { Installation } from './installation.ts';

/** One way in which an installation may be broken. */
export interface Broken {
  readonly what: string;
  readonly breakIt: (made: Installation) => void;
  readonly code: keyof AllMessages;
  /** Whether `--fix` repairs it; otherwise a person must, and is told how. */
  readonly repaired: boolean;
}

const edit = (file: string, change: (text: string) => string) => {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(file, after);
};
const editManifest = (file: string, change: object) =>
  edit(file, (text) => JSON.stringify({ ...JSON.parse(text), ...change }));

/** Gives a file to another user. */
function giveAway(file: string): void {
  mustBeRoot();
  chownSync(file, 4242, 4242);
}

export const broken: readonly Broken[] = [
  {
    what: 'a profile was reset, and its manifest with it',
    breakIt: ({ manifest }) => rmSync(manifest),
    code: 'manifest-missing',
    repaired: true,
  },
  {
    what: 'a full disk truncated a manifest',
    breakIt: ({ manifest }) => edit(manifest, (text) => text.slice(0, text.length / 2)),
    code: 'manifest-not-json',
    repaired: true,
  },
  {
    what: 'an editor put a byte order mark before a manifest',
    breakIt: ({ firefoxManifest }) => edit(firefoxManifest, (text) => `\ufeff${text}`),
    code: 'manifest-bom',
    repaired: true,
  },
  {
    what: 'a manifest allows the extension of another build',
    breakIt: ({ manifest }) =>
      editManifest(manifest, { allowed_origins: ['chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/'] }),
    code: 'manifest-extension',
    repaired: true,
  },
  {
    what: 'a manifest of Firefox names the extension as Chromium does',
    breakIt: ({ manifest, firefoxManifest }) => cpSync(manifest, firefoxManifest),
    code: 'manifest-extension',
    repaired: true,
  },
  {
    what: 'a manifest points to a former state folder',
    breakIt: ({ manifest }) => editManifest(manifest, { path: '/home/before/cle-en-main/host/cle_en_main' }),
    code: 'manifest-path',
    repaired: true,
  },
  {
    what: 'a manifest names the host of another product',
    breakIt: ({ manifest }) => editManifest(manifest, { name: 'cle_en_mains' }),
    code: 'manifest-name',
    repaired: true,
  },
  {
    what: 'a manifest is of another version',
    breakIt: ({ manifest }) => editManifest(manifest, { description: 'as it was' }),
    code: 'manifest-outdated',
    repaired: true,
  },
  {
    what: 'everybody can change a manifest',
    breakIt: ({ manifest }) => chmodSync(manifest, 0o666),
    code: 'manifest-writable',
    repaired: true,
  },
  {
    what: 'sudo gave a manifest to another user',
    breakIt: ({ manifest }) => giveAway(manifest),
    code: 'manifest-foreign',
    repaired: true,
  },
  {
    what: 'a folder has the name of a manifest',
    breakIt: ({ manifest }) => {
      rmSync(manifest);
      mkdirSync(manifest);
    },
    code: 'manifest-unreadable',
    repaired: false,
  },
  {
    what: 'a cleaner removed the launcher',
    breakIt: ({ launcher }) => rmSync(launcher),
    code: 'launcher-missing',
    repaired: true,
  },
  {
    what: 'a backup restored the launcher without its execute permission',
    breakIt: ({ launcher }) => chmodSync(launcher, 0o600),
    code: 'launcher-not-executable',
    repaired: true,
  },
  {
    what: 'an old version of Node was removed',
    breakIt: ({ launcher }) =>
      edit(launcher, (text) => text.replace(/^node=.*$/m, "node='/home/me/.nvm/versions/node/v18/bin/node'")),
    code: 'launcher-node-missing',
    repaired: true,
  },
  {
    what: 'the program was installed elsewhere before',
    breakIt: ({ launcher, program }) =>
      edit(launcher, (text) => text.replaceAll(`${program}/host.cjs`, '/opt/before/host.cjs')),
    code: 'launcher-program-missing',
    repaired: true,
  },
  {
    what: 'the launcher was changed by hand',
    breakIt: ({ launcher }) => edit(launcher, (text) => text.replace('ulimit -c 0\n', '')),
    code: 'launcher-outdated',
    repaired: true,
  },
  {
    what: 'everybody can change the launcher',
    breakIt: ({ launcher }) => chmodSync(launcher, 0o777),
    code: 'launcher-writable',
    repaired: true,
  },
  {
    what: 'the launcher belongs to another user',
    breakIt: ({ launcher }) => giveAway(launcher),
    code: 'launcher-foreign',
    repaired: true,
  },
  {
    what: 'everybody can change the state folder',
    breakIt: ({ state }) => chmodSync(state, 0o777),
    code: 'state-writable',
    repaired: true,
  },
  {
    what: 'its group can change the state folder',
    breakIt: ({ state }) => chmodSync(state, 0o770),
    code: 'state-writable',
    repaired: true,
  },
  {
    what: 'its group can change a manifest',
    breakIt: ({ manifest }) => chmodSync(manifest, 0o660),
    code: 'manifest-writable',
    repaired: true,
  },
  {
    what: 'its group can read the identity',
    breakIt: ({ state }) => chmodSync(join(state, 'identities/current.txt'), 0o640),
    code: 'identity-exposed',
    repaired: true,
  },
  {
    what: 'its group can change the launcher',
    breakIt: ({ launcher }) => chmodSync(launcher, 0o760),
    code: 'launcher-writable',
    repaired: true,
  },
  {
    what: 'browsers start an older installation that is still there',
    breakIt: ({ root, launcher, program }) => {
      cpSync(program, join(root, 'older'), { recursive: true });
      edit(join(root, 'older/parts/native-host.cjs'), (text) => text.replace(`"${version}"`, '"0.0.1"'));
      edit(launcher, (text) => text.replaceAll(`${program}/host.cjs`, join(root, 'older/host.cjs')));
    },
    code: 'host-version',
    repaired: true,
  },
  {
    what: 'half of an update arrived, and the host exits at once',
    breakIt: ({ program }) => writeFileSync(join(program, 'host.cjs'), 'process.exit(7)'),
    code: 'launcher-ended',
    repaired: false,
  },
  {
    what: 'something prints into the host’s replies',
    breakIt: ({ program }) =>
      edit(join(program, 'host.cjs'), (text) => `console.log('debugger attached');${text}`),
    code: 'launcher-noisy',
    repaired: false,
  },
  {
    what: 'others can read the identity',
    breakIt: ({ state }) => chmodSync(join(state, 'identities/current.txt'), 0o644),
    code: 'identity-exposed',
    repaired: true,
  },
  {
    what: 'the identity is damaged',
    breakIt: ({ state }) => writeFileSync(join(state, 'identities/current.txt'), 'AGE-SECRET'),
    code: 'identity-unreadable',
    repaired: false,
  },
  {
    what: 'the record of connected browsers is damaged',
    breakIt: ({ state }) => writeFileSync(join(state, 'connected.json'), '{'),
    code: 'state-unreadable',
    repaired: true,
  },
  {
    what: 'a project was moved away',
    breakIt: (made) => made.moveProject(),
    code: 'project-missing',
    repaired: true,
  },
  {
    what: 'a project file cannot be read',
    breakIt: ({ project }) => writeFileSync(join(project, 'cle.config.yaml'), 'version: 1\nenvironments: ['),
    code: 'file-unparsable',
    repaired: false,
  },
  {
    what: 'a project file has a misspelt environment',
    breakIt: ({ project }) =>
      edit(join(project, 'cle.config.yaml'), (text) => text.replace('homologation', 'homologatoin')),
    code: 'project-file-word',
    repaired: false,
  },
  {
    what: 'a file of a project is missing',
    breakIt: ({ project }) => rmSync(join(project, '.env')),
    code: 'file-missing',
    repaired: false,
  },
  {
    what: 'git tracks a file that is to have a production key',
    breakIt: ({ project }) => {
      edit(join(project, 'cle.config.yaml'), (text) => text.replace('homologation', 'production'));
      writeFileSync(join(project, '.env'), 'KEY=before\n');
      execFileSync('git', ['-C', project, 'init', '-q']);
      execFileSync('git', ['-C', project, 'add', '.env']);
    },
    code: 'file-tracked',
    repaired: false,
  },
  {
    what: 'a file has another key than the one that was installed',
    breakIt: ({ project }) => writeFileSync(join(project, '.env'), 'KEY=Aa1Bb2Cc3Dd4Ee5Ff6Gg\n'),
    code: 'held-not-installed',
    repaired: false,
  },
];
