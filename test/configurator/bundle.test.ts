import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../configurator/bundle.ts';
import { files, version } from '../../package.json';

let folder: string;
let parts: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cle-bundle-'));
  parts = join(folder, 'parts');
  await bundle(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const partsLike = (pattern: RegExp) => readdirSync(parts).filter((name) => pattern.test(name));

const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}, input = '') =>
  spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
    input,
  });

/** Whether V8 takes what was compiled of each pack. */
const asked = `
  const [pack, compiled] = process.argv.slice(1).map((path) => require('node:fs').readFileSync(path));
  const { cachedDataRejected } = new (require('node:vm').Script)(pack.toString(), { cachedData: compiled });
  process.stdout.write(String(cachedDataRejected));`;

describe('the bundle', () => {
  it('has each source once, as a class that is there twice is two', () => {
    const holders = partsLike(/js$/).filter((name) =>
      /\.name\s*=\s*"Refusal"/.test(readFileSync(join(parts, name), 'utf8')),
    );
    expect(holders).toHaveLength(1);
  });

  it('is in ASCII, which is read sooner, and says the same', () => {
    const letters = partsLike(/js$/).flatMap((name) => [
      ...readFileSync(join(parts, name), 'utf8').matchAll(/[^\0-\x7f]/g),
    ]);
    expect(letters, 'see link.ts').toEqual([]);
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

  it('keeps of each pack what this V8 takes', () => {
    const packs = partsLike(/\.js$/);
    expect(packs).toHaveLength(3);
    for (const pack of packs) {
      const path = join(parts, pack);
      const { stdout, stderr } = run(['-e', asked, path, path.replace(/\.js$/, '.compiled')]);
      expect({ stdout, stderr }, pack).toEqual({ stdout: 'false', stderr: '' });
    }
  });

  it('does not publish it, as another Node cannot use it', () => {
    expect(files).toContain('!.output/configurator/parts/*.compiled');
  });

  it.each([
    ['is cut off', (path: string) => truncateSync(path, 1000)],
    ['is empty', (path: string) => truncateSync(path)],
    ['is of another V8', (path: string) => writeFileSync(path, changed(readFileSync(path), 4))],
    ['is of another text', (path: string) => writeFileSync(path, changed(readFileSync(path), 8))],
    ['is not there', (path: string) => rmSync(path)],
  ])('runs as well where what was compiled %s', (_, spoil) => {
    const kept = partsLike(/\.compiled$/).map((name) => join(parts, name));
    const before = kept.map((path) => readFileSync(path));
    for (const path of kept) spoil(path);
    const { status, stdout, stderr } = run([join(folder, 'cle.cjs'), '--version']);
    for (const [index, path] of kept.entries()) writeFileSync(path, before[index] ?? '');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

/** With one bit of its head changed: V8 writes there what it is, and what it compiled. */
function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
