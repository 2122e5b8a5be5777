import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canary } from './extension/key.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const minutes = 8 * 60_000;

/** What stands in the fenced blocks of a document that are of one kind. */
function blocks(text: string, kind: string): string[] {
  const fence = new RegExp(`^( *)\`\`\`${kind}\\n([^]*?)^\\1\`\`\`$`, 'gm');
  return [...text.matchAll(fence)].map(([, indent = '', body = '']) =>
    body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

const commandsOf = (file: string) => blocks(read(file), 'sh').flatMap((block) => block.trim().split('\n'));

const documents = {
  en: { file: 'README.md', lang: 'en_GB.UTF-8', key: 'key.json', yes: 'y\r' },
  fr: { file: 'README.fr.md', lang: 'fr_FR.UTF-8', key: 'cle.json', yes: 'o\r' },
} as const;

let folder: string;
let clone: string;
const prefix = () => join(folder, 'prefix');
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cle-readme-')));
  clone = join(folder, 'clone');
  mkdirSync(clone);
  mkdirSync(prefix());
  const libraries = realpathSync(join(root, 'node_modules'));
  const script = `git ls-files -coz --exclude-standard | xargs -0 cp --parents -t '${clone}'
    cp -al '${libraries}' '${clone}/node_modules' 2>/dev/null || cp -a '${libraries}' '${clone}/node_modules'`;
  execFileSync('sh', ['-c', script], { cwd: root, stdio: 'pipe' });
}, minutes);
afterAll(() => rmSync(folder, { recursive: true, force: true }), minutes);

function environment(home: string, lang: string) {
  const { PATH = '' } = process.env;
  return {
    PATH: `${join(prefix(), 'bin')}:${PATH}`,
    HOME: home,
    LANG: lang,
    TERM: 'xterm',
    NO_COLOR: '1',
    npm_config_prefix: prefix(),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
}

/** Runs a line of a document at a terminal, where a person answers. */
function type(
  line: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  answers: readonly (readonly [string, string])[] = [],
) {
  const helper = join(root, 'test/configurator/machine/sealed/terminal.py');
  const args = [helper, JSON.stringify(answers), 'sh', '-c', line];
  const { status, stdout } = spawnSync('python3', args, { cwd, env, encoding: 'utf8' });
  expect(status, `${line}\n${stdout}`).toBe(0);
  return stdout;
}

describe('README, followed word for word', () => {
  it('has the same commands in both languages', () => {
    const french = commandsOf('README.fr.md').map((line) => line.replaceAll('cle.json', 'key.json'));
    expect(french).toEqual(commandsOf('README.md'));
  });

  it(
    'leads from a fresh clone to a key in its place, and on to the browser',
    () => {
      const commands = commandsOf('README.md');
      const home = join(folder, 'home');
      mkdirSync(home);
      const setUp = commands.filter(
        (line) => line.startsWith('npm ') && !['npm start', 'npm test'].includes(line),
      );
      expect([...new Set(setUp)]).toEqual(['npm install', 'npm run build', 'npm install --global .']);
      for (const line of new Set(setUp)) {
        const { status, stderr } = spawnSync('sh', ['-c', line], {
          cwd: clone,
          env: environment(home, 'en_GB.UTF-8'),
          encoding: 'utf8',
        });
        expect(status, `${line}\n${stderr}`).toBe(0);
      }
      for (const place of ['chrome-mv3/manifest.json', 'firefox-mv3/manifest.json']) {
        expect(read('README.md')).toContain(`.output/${place.replace('/manifest.json', '')}`);
        expect(existsSync(join(clone, '.output', place))).toBe(true);
      }
      for (const each of Object.values(documents)) follow(each);
      runInCi();
    },
    minutes,
  );
});

/** What a developer does in a project of their own. */
function follow({ file, lang, key, yes }: (typeof documents)[keyof typeof documents]): void {
  const home = join(folder, `home-${key}`);
  mkdirSync(join(home, '.config/chromium'), { recursive: true });
  const env = environment(home, lang);
  const project = makeProject(key);
  const [json = ''] = blocks(read(file), 'json');
  writeFileSync(join(project, key), json.replace(/<[^>]*>/, canary), { mode: 0o600 });
  const [init, ...rest] = commandsOf(file).filter((line) => line.startsWith('cle '));
  type(String(init), project, env, [[lang.startsWith('fr') ? '(O/n)' : '(Y/n)', '\r']]);
  for (const line of rest) {
    const answers = line === 'cle connect' ? ([['/N)', yes]] as const) : [];
    expect(type(line, project, env, answers)).not.toContain(canary);
  }
  expect(readFileSync(join(project, '.env'), 'utf8')).toContain(`PAYLINE_ACCESS_KEY=${canary}\n`);
}

function makeProject(name: string): string {
  const project = join(folder, `project-${name}`);
  mkdirSync(project);
  const text = 'PAYLINE_MERCHANT_ID=17626983201234\nPAYLINE_ACCESS_KEY=\nPAYLINE_ENVIRONMENT=HOMO\n';
  writeFileSync(join(project, '.env'), text, { mode: 0o600 });
  return project;
}

interface Workflow {
  readonly jobs: { readonly install: { readonly steps: readonly { readonly run?: string }[] } };
}

/** The job of the example for CI, with a key that somebody sealed to its identity. */
function runInCi(): void {
  const workflow = blocks(read('README.md'), 'yaml').map((text) => parse(text) as Workflow)[0];
  const script = workflow?.jobs.install.steps.find(({ run }) => run?.includes('cle apply'))?.run ?? '';
  const home = join(folder, 'home-ci');
  mkdirSync(home);
  const env = environment(home, 'en_GB.UTF-8');
  const identity = execFileSync('age-keygen', [], { encoding: 'utf8', stdio: 'pipe' });
  const [, recipient] = /public key: (age1\w+)/.exec(identity) ?? [];
  const project = makeProject('ci');
  const shell = (line: string, more: NodeJS.ProcessEnv = {}, input = '') =>
    execFileSync('sh', ['-ec', line], { cwd: project, env: { ...env, ...more }, input, encoding: 'utf8' });
  shell('cle init --yes');
  const key = JSON.stringify({
    environment: 'homologation',
    merchantId: '17626983201234',
    accessKey: canary,
  });
  const seal = `cle seal --to 'cle1:ci:${recipient}' --output payline.age --json`;
  const { confirmationCode: CODE } = JSON.parse(shell(seal, {}, key)) as { confirmationCode: string };
  const given = { IDENTITY: identity.trim(), FILE: 'payline.age', CODE, RUNNER_TEMP: home };
  expect(shell(script, given)).not.toContain(canary);
  expect(readFileSync(join(project, '.env'), 'utf8')).toContain(`PAYLINE_ACCESS_KEY=${canary}\n`);
  expect(existsSync(join(home, 'identity.txt'))).toBe(false);
}

describe('the documents', () => {
  const all = ['', 'configurator/docs', 'extension/docs', 'shared'].flatMap((place) =>
    readdirSync(join(root, place))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(place, name)),
  );

  /** As a heading is named in an address. */
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
  const anchors = (text: string) =>
    [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      anchor(heading),
    );

  it.each(all)('%s leads only to what is there', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)|src="([^":]+)"/g)];
    const broken = links.filter(([, path = '', section, source]) => {
      const target = join(root, dirname(file), source ?? path);
      const there = path === '' && source === undefined ? join(root, file) : target;
      if (!existsSync(there)) return true;
      return section !== undefined && !anchors(readFileSync(there, 'utf8')).includes(section);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
    expect(read(file).length).toBeGreaterThan(0);
  });
});
