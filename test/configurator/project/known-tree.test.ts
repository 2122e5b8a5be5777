import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { knownTree } from '../../../configurator/project/known-tree.ts';
import { loadProject } from '../../../configurator/project/load.ts';
import { parseTree } from '../../../configurator/project/parse-tree.ts';
import type { Project } from '../../../configurator/project/project.ts';
import { canary } from '../../extension/key.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
let trees: string;
beforeEach(() => {
  box = makeSandbox();
  trees = join(box.env['CLE_HOME'] ?? '', 'trees');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const good = `version: 1
environments:
  homologation:
    - file: .env
      set: { PAYLINE_ACCESS_KEY: accessKey }
`;
const sha256 = (of: string) => createHash('sha256').update(of).digest('hex');
const nameOf = (dir: string) => `${sha256(dir)}.json`;
const onlyFile = () => join(trees, readdirSync(trees)[0] ?? '');

/** Loads a project with that text; says whether its tree is known then. */
async function load(text: string, folder = '.') {
  const dir = dirname(box.put(join(folder, 'cle.config.yaml'), text));
  const project = await loadProject(dir).catch((error: unknown) => error);
  return { project, known: knownTree(dir, sha256(text)) };
}

const targetsOf = (project: unknown) => (project as Project).targets('homologation');

describe('the tree of a project file', () => {
  it('is kept for its owner only, and says what the file says', async () => {
    const { project, known } = await load(good);
    expect(known).toEqual(parseTree(good));
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
    expect(targetsOf((await load(good)).project)).toEqual(targetsOf(project));
  });

  it('is what is read once it is known, and as long as no byte of the file changed', async () => {
    await load(good);
    const kept = readFileSync(onlyFile(), 'utf8');
    writeFileSync(onlyFile(), kept.replace('.env', '.env.local'));
    expect(targetsOf((await load(good)).project)).toMatchObject([{ file: '.env.local' }]);
    expect(targetsOf((await load(`${good}# a comment\n`)).project)).toMatchObject([{ file: '.env' }]);
  });

  it('is kept for each folder', async () => {
    await load(good);
    await load(good, 'other');
    expect(readdirSync(trees)).toHaveLength(2);
  });

  it.each([
    ['is cut off', (kept: string) => kept.slice(0, -1)],
    ['is empty', () => ''],
    ['was written by two at once', (kept: string) => kept.slice(0, -9) + kept.slice(-30)],
    ['is of another version', (kept: string) => kept.replace('yaml ', 'yaml 1')],
    ['is of another text', (kept: string) => kept.replace(/"sha256":"./, '"sha256":"x')],
    ['is another document', () => 'null'],
  ])('is made again where what was kept %s', async (_, spoil) => {
    await load(good);
    writeFileSync(onlyFile(), spoil(readFileSync(onlyFile(), 'utf8')));
    const { project, known } = await load(good);
    expect(targetsOf(project)).toMatchObject([{ file: '.env', line: 4 }]);
    expect(known).toEqual(parseTree(good));
  });

  it.each([
    ['its file cannot be written', () => mkdirSync(join(trees, nameOf(box.project)), { recursive: true })],
    ['there can be no folder for it', () => box.put(relative(box.project, trees), '')],
  ])('is not needed: the project is read as well where %s', async (_, obstruct) => {
    obstruct();
    const { project, known } = await load(good);
    expect(targetsOf(project)).toMatchObject([{ file: '.env' }]);
    expect(known).toBeUndefined();
  });

  it.each([
    [
      'an alias repeats a part of it',
      `${good.replace('homologation:', 'homologation: &all')}  production: *all\n`,
    ],
    ['it is refused', good.replace('set:', 'sett:')],
    ['a key was pasted into it', good.replace('accessKey', canary)],
    ['a key was pasted as a file', good.replace('.env', canary)],
    ['a key was pasted as a merchant', `merchant: ${canary}\n${good}`],
  ])('is not kept where %s', async (_, text) => {
    await load(text);
    expect(readdirSync(box.env['CLE_HOME'] ?? '')).not.toContain('trees');
  });

  it.each([
    ['an unknown word', good.replace('set:', 'sett:'), { line: 5, word: 'sett' }],
    ['a date', good.replace('.env', '!!timestamp 2020-01-01'), { line: 4, word: 'file' }],
    [
      'a date of YAML 1.1',
      `%YAML 1.1\n---\n${good.replace('.env', '2020-01-01')}`,
      { line: 6, word: 'file' },
    ],
    ['a mark of no kind', good.replace(/- file.*\n.*/s, '!!omap\n    - a: 1\n'), { line: 3 }],
    ['itself', 'version: 1\nenvironments: &all { homologation: [*all] }\n', { line: 2 }],
  ])('is refused the same each time for %s', async (_, text, params) => {
    for (const round of [1, 2]) expect((await load(text)).project, `time ${round}`).toMatchObject({ params });
  });

  it('is made in a moment of twenty thousand aliases, and of nine levels of nine', async () => {
    const aliases = Array.from({ length: 20_000 }, () => '*a').join();
    expect(parseTree(`a: &a x\nb: [${aliases}]\n`)).toBeDefined();
    const levels = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`);
    expect(parseTree(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toBeDefined();
  });

  it('takes for an alias what its name stood for latest', () => {
    const tree = parseTree('a: &x 1\nb: *x\nc: &x 2\nd: *x\n&x e: *x\n');
    const entries = 'map' in tree.content ? tree.content.map : [];
    expect(entries.map(({ value }) => value.content)).toEqual(
      [1, 1, 2, 2, 'e'].map((scalar) => ({ scalar })),
    );
  });
});
