import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inStep } from './dependencies.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cle-lock-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lock = (file: string, packages: object) =>
  writeFileSync(join(root, file), JSON.stringify({ packages }));
const wanted = (packages: object) => lock('package-lock.json', packages);
const installed = (packages: object) => lock('node_modules/.package-lock.json', packages);

const first = { version: '1.0.0', integrity: 'sha512-first' };

it('agrees with npm’s list of installed packages', () => {
  wanted({ '': { name: 'root' }, 'node_modules/a': first });
  installed({ 'node_modules/a': first });
  expect(inStep(root)).toBe(true);
});

it("does not ask for another system's binary", () => {
  wanted({ 'node_modules/a': first, 'node_modules/a-darwin': { ...first, optional: true } });
  installed({ 'node_modules/a': first });
  expect(inStep(root)).toBe(true);
});

it('detects an incomplete installation', () => {
  wanted({ 'node_modules/a': first });
  expect(inStep(root)).toBe(false);
});

it.each([
  ['a package that is missing', {}],
  ['another version', { 'node_modules/a': { ...first, version: '1.0.1' } }],
  ['another content', { 'node_modules/a': { ...first, integrity: 'sha512-other' } }],
])('sees %s', (_, packages) => {
  wanted({ 'node_modules/a': first });
  installed(packages);
  expect(inStep(root)).toBe(false);
});
