import { describe, expect, it } from 'vitest';
import { env } from '../../../../configurator/formats/env/env.ts';
import { rewrite } from '../../../../configurator/formats/rewrite.ts';
import { assignments, refusalOf } from '../assign.ts';

const key = 'N2MntObkdIX9cVhzvpU7';

function put(
  text: string,
  values: Readonly<Record<string, string>>,
  uncomment: boolean,
  dialect?: string,
): string {
  const context = { file: '.env', dialect, uncomment };
  return Buffer.from(rewrite(env, Buffer.from(text), assignments(values), context).bytes).toString('utf8');
}

describe('a commented variable is filled in its place if that is requested', () => {
  it.each([
    ['empty', '#KEY=\nB=1\n', `#KEY=\nKEY=${key}\nB=1\n`, `KEY=${key}\nB=1\n`],
    ['with a value', 'A=1\n# KEY="old"\n', `A=1\n# KEY="old"\nKEY=${key}\n`, `A=1\nKEY="${key}"\n`],
    [
      'with a comment of its own',
      '#KEY=old # note\n',
      `#KEY=old # note\nKEY=${key}\n`,
      `KEY=${key} # note\n`,
    ],
    [
      'exported',
      "## export KEY = 'x'\r\nB=1\r\n",
      `## export KEY = 'x'\r\nexport KEY=${key}\r\nB=1\r\n`,
      `export KEY = '${key}'\r\nB=1\r\n`,
    ],
    ['indented, at the end', 'A=1\n  #KEY=', `A=1\n  #KEY=\nKEY=${key}`, `A=1\n  KEY=${key}`],
    ['with a variable in it', '#KEY=$X\n', `#KEY=$X\nKEY=${key}\n`, `KEY=${key}\n`],
  ])('%s', (_, before, added, filled) => {
    expect(put(before, { KEY: key }, false)).toBe(added);
    expect(put(before, { KEY: key }, true)).toBe(filled);
    expect(put(filled, { KEY: key }, true)).toBe(filled);
  });

  it('not where its comment is more than a variable', () => {
    const text = "#KEY='it' is in the console\n";
    expect(put(text, { KEY: key }, true)).toBe(`${text}KEY=${key}\n`);
  });

  it('not where the variable already exists', () => {
    expect(put('#KEY=\nKEY=old\n', { KEY: key }, true)).toBe(`#KEY=\nKEY=${key}\n`);
  });

  it('along with others that are added', () => {
    expect(put('#A=\n#B=', { B: '1', A: '2', C: '3' }, true)).toBe('A=2\nB=1\nC=3');
  });

  it.each(env.dialects.filter((dialect) => dialect !== 'compose'))('in dialect %s', (dialect) => {
    expect(put('#KEY=old\n', { KEY: key }, true, dialect)).toMatch(new RegExp(`^KEY=(["']?)${key}\\1\n$`));
  });

  it('but not if there are two', () => {
    expect(refusalOf(() => put('#KEY=\nA=1\n#KEY=x\n', { KEY: key }, true))).toEqual([
      'entry-duplicate',
      { file: '.env', address: 'KEY', lines: '1, 3' },
    ]);
  });
});
