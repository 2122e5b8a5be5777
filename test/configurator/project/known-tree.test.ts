import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { knownTree } from '../../../configurator/project/known-tree.ts';
import { loadProject } from '../../../configurator/project/load.ts';
import { parseTree } from '../../../configurator/project/parse-tree.ts';
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

const text = 'version: 1\nenvironments: { homologation: [{ file: .env, set: { A: accessKey } }] }\n';
const sha256 = (of: string) => createHash('sha256').update(of).digest('hex');

/** The tree of a text, and whether it was parsed for it. */
async function ask(of: string, dir = box.project) {
  const parse = vi.fn(async () => parseTree(of));
  return { tree: await knownTree(dir, sha256(of), parse), parsed: parse.mock.calls.length > 0 };
}

const nameOf = (dir: string) => `${sha256(dir)}.json`;
const onlyFile = () => join(trees, readdirSync(trees)[0] ?? '');

describe('the tree of a project file', () => {
  it('is parsed once, kept for its owner only, and the same from then on', async () => {
    const first = await ask(text);
    const second = await ask(text);
    expect([first.parsed, second.parsed]).toEqual([true, false]);
    expect(second.tree).toEqual(first.tree);
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
  });

  it('is parsed again once a byte of it changed, and for each folder', async () => {
    await ask(text);
    const changed = `${text}# a comment\n`;
    expect((await ask(changed)).parsed).toBe(true);
    expect((await ask(changed)).parsed).toBe(false);
    expect((await ask(text)).parsed).toBe(true);
    expect((await ask(text, join(box.project, 'other'))).parsed).toBe(true);
    expect(readdirSync(trees)).toHaveLength(2);
  });

  it.each([
    ['is cut off', (kept: string) => kept.slice(0, -1)],
    ['is empty', () => ''],
    ['was written by two at once', (kept: string) => kept.slice(0, -9) + kept.slice(-30)],
    ['is of another version', (kept: string) => kept.replace('yaml ', 'yaml 1')],
    ['is of another text', (kept: string) => kept.replace(/"sha256":"./, '"sha256":"x')],
    ['is another document', () => 'null'],
  ])('is parsed again where what was kept %s', async (_, spoil) => {
    const { tree } = await ask(text);
    writeFileSync(onlyFile(), spoil(readFileSync(onlyFile(), 'utf8')));
    const again = await ask(text);
    expect(again).toEqual({ tree, parsed: true });
    expect((await ask(text)).parsed).toBe(false);
  });

  it.each([
    ['its file cannot be written', () => mkdirSync(join(trees, nameOf(box.project)), { recursive: true })],
    ['there can be no folder for it', () => box.put(relative(box.project, trees), '')],
  ])('is parsed each time where %s', async (_, obstruct) => {
    obstruct();
    expect([(await ask(text)).parsed, (await ask(text)).parsed]).toEqual([true, true]);
  });

  it('is not kept where an alias repeats a part of it, or leads back into itself', async () => {
    const shared = `version: 1\nenvironments:\n  homologation: &all [{ file: .env, set: { A: accessKey } }]\n  production: *all\n`;
    const endless = 'version: 1\nenvironments: &all { homologation: *all }\n';
    for (const each of [shared, endless]) {
      expect([(await ask(each)).parsed, (await ask(each)).parsed]).toEqual([true, true]);
    }
    const nine = Array.from(
      { length: 9 },
      (_, index) => `a${index + 1}: &a${index + 1} [${'*a0, '.replace('0', String(index)).repeat(9)}]`,
    );
    expect((await ask(`a0: &a0 [x]\n${nine.join('\n')}\n`)).parsed).toBe(true);
  });

  it('is refused the same by line, parsed or known', async () => {
    box.put(
      'cle.config.yaml',
      'version: 1\n\nenvironments:\n  homologation:\n    - file: .env\n      sett: {}\n',
    );
    const refused = { code: 'project-file-word', params: { line: 6, word: 'sett', nearest: 'set' } };
    await expect(loadProject(box.project)).rejects.toMatchObject(refused);
    expect(readdirSync(trees)).toHaveLength(1);
    await expect(loadProject(box.project)).rejects.toMatchObject(refused);
  });
});
