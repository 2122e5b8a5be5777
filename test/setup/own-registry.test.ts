import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { registryOfTests } from '../e2e/harness/workspace.ts';

const tests = resolve(import.meta.dirname, '..');

it('runs with its own registry key', () => {
  expect(process.env['CLE_REGISTRY']).toBe(registryOfTests);
});

it.each(
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(tests, name)),
)('%s starts nothing with a state folder of its own and the real registry', (file) => {
  const text = readFileSync(file, 'utf8');
  const environments = [...text.matchAll(/\{[^{}]*\bCLE_HOME: (?!_)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g)];
  const real = environments
    .map(([environment]) => environment)
    .filter((environment) => !/CLE_REGISTRY|\.\.\.(?:box\.|process\.)?env\b/.test(environment));
  expect(
    real,
    `${file}: give it CLE_REGISTRY: registryOfTests too; on Windows, \`cle connect\` would take the place of a developer's own`,
  ).toEqual([]);
});
