import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../configurator/build.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cle-bundle-'));
  await bundle(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const programs = ['cle.cjs', 'host.cjs'];

/** The text of each file of a bundle, by its name. */
function texts(of: string): Map<string, string> {
  const names = readdirSync(of, { recursive: true, encoding: 'utf8' }).filter((name) => /js$/.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(of, name), 'utf8')]));
}

const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}, input = '') =>
  spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
    input,
  });

describe('the bundle', () => {
  it('has our sources in the programs alone, once in each: a class that is there twice is two', () => {
    for (const [name, text] of texts(folder)) {
      const refusals = text.match(/frame-truncated/g) ?? [];
      expect(refusals.length > 0, name).toBe(programs.includes(name));
      const classes = text.match(/class \w* ?extends Error\{name="Refusal"|\.name="Refusal"/g) ?? [];
      expect(classes, name).toHaveLength(programs.includes(name) ? 1 : 0);
    }
  });

  it('is in ASCII, which is read sooner, and says the same', () => {
    for (const [name, text] of texts(folder)) expect(text.match(/[^\0-\x7f]/g) ?? [], name).toEqual([]);
    const cle = join(folder, 'cle.cjs');
    expect(run([cle, 'completion', '--help'], { LANG: 'fr_FR.UTF-8' }).stdout).toContain('à votre shell');
    const masked = JSON.stringify({ environment: 'homologation', merchantId: '1', accessKey: '●●●●●qV8' });
    const refused = run(
      [cle, 'apply', '-', '--all', '--yes', '--json'],
      { CLE_HOME: join(folder, 'home') },
      masked,
    );
    expect(JSON.parse(refused.stdout)).toMatchObject({ code: 'key-masked' });
  });

  it('names no folder of the machine that built it', () => {
    for (const [name, text] of texts(folder))
      expect(text.match(/node_modules\/|\.\.\/\.\.\//g) ?? [], name).toEqual([]);
  });
});
