import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../../../../configurator/build.ts';
import { filesBelow } from '../../../canary/files.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { makeWorkspace, type Workspace } from '../../../e2e/harness/workspace.ts';
import { canary } from '../../../extension/key.ts';
import { keyJson } from '../../sandbox.ts';

/** What a person waits for, and then types. */
type Step = readonly [wanted: string, typed: string];

/** What Enter alone says. */
const no = '\r';
const yes = 'yes\r';
const before = 'PAYLINE_ACCESS_KEY=old0old0old0old0old0\n';
const after = `PAYLINE_ACCESS_KEY=${canary}\n`;
const passphrase = 'correct horse battery staple';
const typedTwice: Step[] = [
  ['12 characters or more', `${passphrase}\r`],
  ['Repeat the passphrase', `${passphrase}\r`],
];

let built: Workspace;
let box: Workspace;
beforeAll(async () => {
  built = makeWorkspace();
  await bundle(built.project);
});
afterAll(() => built.remove());
beforeEach(() => {
  box = makeWorkspace();
  put(
    'cle.config.yaml',
    'version: 1\nenvironments: { homologation: [{ file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } }] }\n',
  );
  put('.env', before);
});
afterEach(() => box.remove());

const put = (name: string, text: string) => writeFileSync(join(box.project, name), text, { mode: 0o600 });
const installed = () => readFileSync(join(box.project, '.env'), 'utf8');

/** A separate machine: one state folder. */
function machine(name: string, language: 'en_GB.UTF-8' | 'fr_FR.UTF-8' = 'en_GB.UTF-8') {
  const home = join(box.root, name);
  mkdirSync(home, { mode: 0o700 });
  const env = { ...box.env, CLE_HOME: home, LANG: language, TERM: 'xterm', NO_COLOR: '1' };
  const cle = [process.execPath, join(built.project, 'cle.cjs')] as const;
  const run = (program: string, words: readonly string[], input: string) =>
    spawnSync(program, words, { cwd: box.project, env, input, encoding: 'utf8' });
  return {
    home,
    /** In a script. */
    run: (words: readonly string[], input = '') => run(cle[0], [cle[1], ...words], input),
    /** At a terminal, where a person answers. */
    sit: (words: readonly string[], steps: readonly Step[] = []) => {
      const script = join(import.meta.dirname, 'terminal.py');
      const { status, stdout } = run(
        '/usr/bin/python3',
        [script, JSON.stringify(steps), ...cle, ...words],
        '',
      );
      return { status, shown: stdout };
    },
  };
}

type Machine = ReturnType<typeof machine>;

const lineOf = ({ run }: Machine) => run(['recipient']).stdout.split('\n')[0] ?? '';

/** The merchant has no browser, and seals a key from a script. */
function sealFor(developer: Machine): { readonly file: string; readonly code: string } {
  const { status, stdout, stderr } = machine('merchant').run(
    ['seal', '--to', lineOf(developer), '--json'],
    keyJson(canary),
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { file, confirmationCode } = JSON.parse(stdout) as Record<string, string>;
  expect(file).toBe('payline-homologation-8ctQ2lfa.age');
  return { file: file ?? '', code: confirmationCode ?? '' };
}

function expectKeyOnlyInItsFile(): void {
  const places = findSecret(canary, filesBelow(box.root)).map(({ place }) => place);
  expect(places.filter((place) => !place.endsWith(`${box.project}/.env`))).toEqual([]);
}

describe('cle recipient, at a terminal', () => {
  it('prints its line, the control code, and a QR code; a script gets no QR code', () => {
    const developer = machine('developer');
    const { status, shown } = developer.sit(['recipient', '--name', 'Anna (shop)']);
    expect(status).toBe(0);
    expect(shown).toMatch(/^cle1:Anna \(shop\):age1[0-9a-z]{58}\r\ncontrol code \d{3}(?: \d{3}){5}\r\n/);
    expect(shown.split('\r\n').filter((line) => /^[█▀▄ ]{30,}$/.test(line)).length).toBeGreaterThan(15);
    expect(developer.run(['recipient']).stdout).not.toMatch(/[█▀▄]/);
    expect(statSync(join(developer.home, 'identities', 'current.txt')).mode & 0o777).toBe(0o600);
  });

  it('creates no identity inside a git repository', () => {
    const developer = machine('developer');
    mkdirSync(join(box.root, '.git'));
    const { status, stdout } = developer.run(['recipient', '--json']);
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({ status: 3, code: 'identity-in-git' });
    expect(readdirSync(join(developer.home, 'identities'))).toEqual([]);
  });
});

describe('cle apply FILE, at a terminal', () => {
  it.each([
    [
      'en_GB.UTF-8',
      'confirmation code',
      'read out exactly this code',
      'Write these files?',
      'Ask Payline whether the key works',
      'y\r',
    ],
    [
      'fr_FR.UTF-8',
      'code de confirmation',
      'dit exactement ce code',
      'Écrire ces fichiers',
      'Demander à Payline si la clé marche',
      'oui\r',
    ],
  ] as const)(
    'shows the code that the sender sees, and asks, in %s',
    (language, code, asked, write, offer, yes) => {
      const developer = machine('developer', language);
      const sealed = sealFor(developer);
      const declined = developer.sit(['apply', sealed.file], [[asked, no]]);
      expect(declined.shown).toContain(`${code} ${sealed.code}`);
      expect(declined.status, 'a code that differs is not a change of mind').toBe(3);
      expect(developer.sit(['apply', sealed.file], [[asked, '\u0003']]).status).toBe(130);
      const second = developer.sit(['apply', sealed.file], [
        [asked, yes],
        [write, no],
      ] as const);
      expect(second.status).toBe(130);
      expect(installed()).toBe(before);

      const accepted = developer.sit(['apply', sealed.file], [
        [asked, yes],
        [write, yes],
        [offer, no],
      ] as const);
      expect(accepted.status, accepted.shown).toBe(0);
      expect(accepted.shown).not.toContain(canary);
      expect(installed()).toBe(after);
      expectKeyOnlyInItsFile();
      expect(developer.sit(['apply', sealed.file]).status, 'the second time').toBe(3);
    },
  );

  it('does not ask for the code that was given, and installs nothing with another', () => {
    const developer = machine('developer');
    const { file, code } = sealFor(developer);
    const other = `${code.slice(0, -1)}${code.endsWith('0') ? 1 : 0}`;
    expect(developer.sit(['apply', file, '--code', other])).toMatchObject({ status: 3 });
    expect(installed()).toBe(before);
    const { status } = developer.sit(
      ['apply', file, '--code', code],
      [
        ['Write these files?', yes],
        ['Ask Payline whether the key works', no],
      ],
    );
    expect(status).toBe(0);
    expect(installed()).toBe(after);
  });

  it('takes it armored on standard input, in a script', () => {
    const developer = machine('developer');
    const { file, code } = sealFor(developer);
    const armored = readFileSync(join(box.project, file), 'utf8');
    const { status, stderr } = developer.run(['apply', '-', '--code', code, '--yes'], armored);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(installed()).toBe(after);
  });
});

describe('a passphrase, at a terminal', () => {
  it('protects an identity, whose recipient stays: without it nothing opens', () => {
    const developer = machine('developer');
    const line = lineOf(developer);
    const { file, code } = sealFor(developer);
    const guarded = developer.sit(['recipient', '--passphrase'], typedTwice);
    expect(guarded.status, guarded.shown).toBe(0);
    expect(guarded.shown).toContain(line);
    expect(guarded.shown).not.toContain(passphrase);
    for (const { bytes } of filesBelow(developer.home)) {
      expect(Buffer.from(bytes).includes('AGE-SECRET-KEY'), 'no identity may be left in clear').toBe(false);
    }

    expect(developer.run(['recipient', '--rotate']).status, 'a new one is guarded no less').toBe(2);
    expect(lineOf(developer)).toBe(line);

    const script = developer.run(['apply', file, '--code', code, '--yes', '--json']);
    expect(JSON.parse(script.stdout)).toMatchObject({ ok: false, code: 'identity-locked' });
    const words = ['apply', file, '--code', code, '--yes'];
    const asked = 'Passphrase of this machine’s identity';
    expect(developer.sit(words, [[asked, 'a wrong one\r']]).status).toBe(3);
    expect(installed()).toBe(before);
    expect(developer.sit(words, [[asked, `${passphrase}\r`]]).status).toBe(0);
    expect(installed()).toBe(after);
  });

  it('seals a key that is typed, masked, and opens it on another machine', () => {
    const sealed = machine('merchant').sit(
      ['seal', '--passphrase', '--environment', 'homologation', '--output', 'key.age'],
      [
        ['Merchant id', '17626983201234\r'],
        ['Value of the key', `${canary}\r`],
        ['Authorization', '\r'],
        ...typedTwice,
      ],
    );
    expect(sealed.status, sealed.shown).toBe(0);
    const code = /confirmation code (\d{3}(?: \d{3}){5})/.exec(sealed.shown)?.[1] ?? '';
    const words = ['apply', 'key.age', '--code', code, '--yes'];
    const asked = 'Passphrase of the sealed key';
    const developer = machine('developer');
    expect(developer.sit(words, [[asked, 'a wrong one\r']]).status).toBe(3);
    expect(installed()).toBe(before);
    expect(developer.sit(words, [[asked, `${passphrase}\r`]]).status).toBe(0);
    expect(installed()).toBe(after);
    expect(sealed.shown).not.toContain(canary);
    expectKeyOnlyInItsFile();
  });
});
