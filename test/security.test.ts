import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const document = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const threats = [...document.matchAll(/^\| +(\d+) +\|(.*)\|$/gm)].map(([, number, rest = '']) => ({
  number: Number(number),
  cells: rest.split(' | ').map((cell) => cell.trim()),
}));

describe('the threats in SECURITY.md', () => {
  it('are numbered from 1 without a gap: others refer to them', () => {
    expect(threats.map(({ number }) => number)).toEqual(threats.map((_, index) => index + 1));
    expect(
      threats.length,
      'a threat stays in the table, though it may have become harmless',
    ).toBeGreaterThanOrEqual(53);
  });

  it.each(threats)('$number names tests that are there, or a reason', ({ cells }) => {
    const [threat, defence, proof = ''] = cells;
    expect(threat && defence, 'say what happens and what stands against it').toBeTruthy();
    const tests = [...proof.matchAll(/`(test\/[^`]+)`/g)].map(([, file = '']) => file);
    const reason = proof.replace(/`[^`]*`|[,\s]/g, '');
    expect(tests.length + reason.length, 'name a test, or say why there is none').toBeGreaterThan(0);
    const gone = tests.filter((file) => !/\.test\.tsx?$/.test(file) || !existsSync(join(root, file)));
    expect(gone, 'a test that moved or went takes its promise along: name the one that holds it now').toEqual(
      [],
    );
  });
});

it.each(['README.md', 'README.fr.md'])('%s leads to SECURITY.md', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain('(SECURITY.md)');
});
