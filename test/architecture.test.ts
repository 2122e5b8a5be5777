import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Who may import whom, by top-level folder. */
const allowed: Record<string, readonly string[]> = {
  shared: ['shared'],
  extension: ['extension', 'shared'],
  configurator: ['configurator', 'shared'],
};

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

describe.each(Object.keys(allowed))('%s/', (folder) => {
  it.each(sources(folder))('%s imports only what its folder may', (file) => {
    const folders = imports(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => relative(root, resolve(root, dirname(file), path)).split('/')[0] ?? '');
    const foreign = folders.filter((name) => name !== 'package.json' && !allowed[folder]?.includes(name));
    expect(
      foreign,
      `${file}: ${folder}/ may import ${allowed[folder]?.join(' and ')} only; move what both need to shared/`,
    ).toEqual([]);
  });
});

/** Libraries that run everywhere: no node:, no DOM, no browser. */
const portable: readonly string[] = ['valibot', '@scure/base'];

describe('shared/', () => {
  it.each(sources('shared'))('%s runs everywhere', (file) => {
    const foreign = imports(file).filter((path) => !path.startsWith('.') && !portable.includes(path));
    expect(
      foreign,
      `${file}: shared/ runs in both programs: no node:, no browser, no library but ${portable.join(' and ')}`,
    ).toEqual([]);
  });
});

describe('configurator/formats/', () => {
  it.each(sources('configurator/formats'))('%s does no I/O', (file) => {
    const foreign = imports(file).filter((path) =>
      /^(node:)?(fs|child_process|net|http|os|process)\b/.test(path),
    );
    expect(
      foreign,
      `${file}: a format takes text and gives edits; read and write in configurator/apply/`,
    ).toEqual([]);
  });
});

describe('configurator/', () => {
  it.each(sources('configurator'))('%s does not ask a key for its bytes', (file) => {
    expect(
      readFileSync(join(root, file), 'utf8').match(/\.export\(/g) ?? [],
      `${file}: name an encoding to \`generateKeyPairSync\`: in Node 20, \`export\` of a key it made may never come back`,
    ).toEqual([]);
  });
});
