import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandTable, groups } from '../../../configurator/cli/command-table.ts';
import { commands } from '../../../configurator/cli/commands.ts';
import { examples, lineOf } from '../../../configurator/cli/examples.ts';
import { manPage } from '../../../configurator/cli/man-page.ts';
import { canary } from '../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

const before = cwd();
let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  chdir(box.project);
});
afterEach(() => {
  chdir(before);
  vi.unstubAllEnvs();
  box.remove();
});

const languages = ['en', 'fr'] as const;
const table = commandTable(commands('en'), 'en');
const names = table.map(({ name }) => name);

describe('cle help', () => {
  it('has each command once, in one of its groups, with an example that names it', () => {
    const grouped: string[] = Object.values(groups).flat();
    expect(grouped.sort(), 'configurator/cli/command-table.ts: each command is in one of `groups`').toEqual(
      names.toSorted(),
    );
    for (const name of names) {
      expect(examples[name], `configurator/cli/examples.ts: add a line for cle ${name}`).toBeDefined();
      for (const example of examples[name] ?? []) expect(lineOf(example, 'en')).toMatch(`cle ${name}`);
    }
  });

  it('has each command in a row of using-cle.md, too', () => {
    const guide = join(import.meta.dirname, '../../../configurator/docs/using-cle.md');
    const rows = readFileSync(guide, 'utf8').match(/^\|.*/gm)?.join('\n') ?? '';
    const missing = names.filter((name) => !new RegExp(`\`cle ${name}[\` ]`).test(rows));
    expect(missing, 'configurator/docs/using-cle.md: add a row for each').toEqual([]);
  });

  it('begins with its purpose, and with the commands that everybody needs', async () => {
    const { out } = await box.cle(['help']);
    expect(out.indexOf('CORE COMMANDS')).toBeLessThan(out.indexOf('THIS MACHINE'));
    for (const name of names) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(out).toContain('cle apply - --dry-run < key.json');
    expect((await box.cle(['help'], { language: 'fr' })).out).toContain('EXEMPLES');
  });

  it('explains a command as its --help does, and knows the nearest word to a misspelt one', async () => {
    const explained = await box.cle(['help', 'apply']);
    expect(explained.out).toBe((await box.cle(['apply', '--help'])).out);
    expect(explained.out).toContain('cle apply payline-production-x.age');
    for (const flag of ['--dry-run', '--environment ENV', '--lang en|fr'])
      expect(explained.out).toContain(flag);
    expect(await box.cle(['help', 'aply'])).toMatchObject({
      status: 2,
      err: 'cle: unknown command\ncle: did you mean: cle apply\n',
    });
  });

  it.each(languages)('fits the width of the window, in %s', async (language) => {
    for (const columns of [60, 80]) {
      for (const words of [['help'], ...names.map((name) => ['help', name])]) {
        const { out } = await box.cle(words, { language, columns });
        // A line that is to be copied is not wrapped.
        const long = out.split('\n').filter((line) => line.length > columns && !/^ {2}(?:cle|--)/.test(line));
        expect(long, words.join(' ')).toEqual([]);
      }
    }
  });
});

describe('the manual page', () => {
  it('is valid for man, with every command and flag', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cle-man-'));
    const file = join(folder, 'cle.1');
    writeFileSync(file, manPage());
    const args = ['-ww', '-man', '-Tutf8', '-P-c', '-P-b', '-P-u', file];
    const page = execFileSync('groff', args, { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const flat = page.replace(/\s+/g, ' ').replaceAll('‐', '-');
    for (const { name, flags } of table) {
      expect(flat).toContain(`cle ${name}`);
      for (const { flag } of flags) expect(flat).toContain(flag);
    }
  });
});

describe('cle, by itself', () => {
  const next = async () => (jsonOf(await box.cle(['--json']))['next'] as { command: string }[])[0]?.command;

  it('shows the step from nothing to a project, from a project to its key, and what is wrong', async () => {
    expect(await next()).toBe('cle init');
    box.put('.env', 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=\n');
    await box.cle(['init', '--yes']);
    expect(await next()).toBe('cle apply');
    const { out, status } = await box.cle([]);
    expect({ out, status }).toMatchObject({
      status: 0,
      out: expect.stringContaining('homologation has no key yet'),
    });
    await box.cle(['apply', '-', '--yes'], { input: keyJson(canary) });
    expect((await box.cle([])).out).toContain('install another key');
    box.put('.env', 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=another\n');
    expect(await next()).toBe('cle status');
    box.put('cle.config.yaml', 'version: 2\nenvironments: {}\n');
    expect((await box.cle([], { language: 'fr' })).out).toContain('seule la version 1 est connue');
  });
});

describe('the flags that every command has', () => {
  it('choose another language, for the help and for messages', async () => {
    expect((await box.cle(['status', '--lang', 'fr'])).err).toContain('aucun «');
    expect((await box.cle(['--lang=fr', 'help'])).out).toContain('COMMANDES PRINCIPALES');
    expect(await box.cle(['help', '--lang', 'de'])).toMatchObject({ status: 2 });
  });

  it('print only errors, and ask nothing', async () => {
    box.put('.env', 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=\n');
    expect(await box.cle(['init', '--yes', '--quiet'])).toEqual({ status: 0, out: '', err: '' });
    expect((await box.cle(['apply', '-', '-q'], { input: keyJson(canary) })).err).toContain('add --yes');
    expect(jsonOf(await box.cle(['status', '--quiet', '--json']))).toMatchObject({ ok: true });
  });
});
