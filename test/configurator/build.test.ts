import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../configurator/build.ts';
import { registryOfTests } from '../e2e/harness/workspace.ts';

let folder: string;
let sources: Map<string, string[]>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cle-bundle-'));
  sources = await bundle(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What each of these runs, each in a separate process. */
const runAlone = ['parts/command-line.cjs', 'parts/native-host.cjs'];

const holdsState = (source: string) =>
  /^(?:export )?(?:class |let |const \w+ = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\))/m.test(
    readFileSync(source, 'utf8'),
  );

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
  it.each(runAlone)('has each class and each state once in a process that runs %s', (program) => {
    const others = runAlone.filter((name) => name !== program);
    const twice = [...sources]
      .filter(([file]) => !others.includes(file))
      .flatMap(([, inside]) => inside.filter((source) => /^(configurator|shared)\//.test(source)))
      .filter((source, index, all) => all.indexOf(source) !== index && holdsState(source));
    expect([...new Set(twice)], 'make it a part of its own in configurator/build.ts').toEqual([]);
  });

  it('is in ASCII, which Node reads faster, with the same content', () => {
    for (const [name, text] of texts(folder)) expect(text.match(/[^\0-\x7f]/g) ?? [], name).toEqual([]);
    const cle = join(folder, 'cle.cjs');
    expect(run([cle, 'completion', '--help'], { LANG: 'fr_FR.UTF-8' }).stdout).toContain(
      'script de complétion',
    );
    const masked = JSON.stringify({ environment: 'homologation', merchantId: '1', accessKey: '●●●●●qV8' });
    const refused = run(
      [cle, 'apply', '-', '--all', '--yes', '--json'],
      { CLE_HOME: join(folder, 'home'), CLE_REGISTRY: registryOfTests },
      masked,
    );
    expect(JSON.parse(refused.stdout)).toMatchObject({ code: 'key-masked' });
  });

  it('names no folder of the machine that built it', () => {
    for (const [name, text] of texts(folder))
      expect(text.match(/node_modules\/|\.\.\/\.\.\//g) ?? [], name).toEqual([]);
  });
});
