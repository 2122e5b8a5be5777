import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { parseTree } from '../../../configurator/project/parse-tree.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
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

/** Loads a project with that text. */
function load(text: string) {
  box.put('cle.config.yaml', text);
  return loadProject(box.project);
}

describe('a project file', () => {
  it('is read again after a change', async () => {
    expect((await load(good)).targets('homologation')).toMatchObject([{ file: '.env', line: 4 }]);
    const changed = await load(`# a comment\n${good.replace('.env', '.env.local')}`);
    expect(changed.targets('homologation')).toMatchObject([{ file: '.env.local', line: 5 }]);
  });

  it('may give two environments the same targets by an alias', async () => {
    const text = `${good.replace('homologation:', 'homologation: &all')}  production: *all\n`;
    const project = await load(text);
    expect(project.targets('production')).toMatchObject([{ file: '.env', line: 4 }]);
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
  ])('is refused for %s, with its line', async (_, text, params) => {
    await expect(load(text)).rejects.toMatchObject({ params });
  });
});

it('has one id on this machine, even if two commands that run at once see it for the first time', async () => {
  const [one, other] = [await load(good), await load(good)];
  const registered = await Promise.all([registerProject(one), registerProject(other)]);
  const { id } = await load(good);
  expect(registered.map((project) => project.id)).toEqual([id, id]);
});

describe('the tree of a project file', () => {
  it('is built quickly from nine thousand aliases, and from nine levels of nine', () => {
    const aliases = Array.from({ length: 900 }, () => '*a').join();
    const lists = Array.from({ length: 10 }, (_, at) => `b${at}: [${aliases}]`);
    expect(parseTree(`a: &a x\n${lists.join('\n')}\n`)).toBeDefined();
    const levels = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`);
    expect(parseTree(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toBeDefined();
  });

  it('resolves an alias to the latest anchor of its name', () => {
    const tree = parseTree('a: &x 1\nb: *x\nc: &x 2\nd: *x\n&x e: *x\n');
    const entries = 'map' in tree.content ? tree.content.map : [];
    expect(entries.map(({ value }) => value.content)).toEqual(
      [1, 1, 2, 2, 'e'].map((scalar) => ({ scalar })),
    );
  });
});
