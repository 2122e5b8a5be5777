import { describe, expect, it, vi } from 'vitest';
import { rewrite } from '../../../configurator/formats/rewrite.ts';
import { yaml } from '../../../configurator/formats/yaml/yaml.ts';
import { assignments, refusalOf } from './assign.ts';
import { pyyaml } from './readers/pyyaml.ts';

vi.setConfig({ testTimeout: 60_000 });

const key = 'Zq7RtY2uPw9LkXc4VbN8';
const merged =
  'homologation: &h\n  access_key: old\n  merchant_id: "1"\nproduction:\n  <<: *h\n  mode: prod\n';

/** The file after installing a key of homologation, while the project file also names places for production. */
function put(text: string, set: Record<string, string>, addresses: readonly string[] = []): string {
  const other = { environment: 'production', addresses } as const;
  const context = { file: 'c.yaml', dialect: undefined, other };
  return Buffer.from(rewrite(yaml, Buffer.from(text), assignments(set), context).bytes).toString();
}

const find = (text: string, address: string) => {
  const context = { file: 'c.yaml', dialect: undefined };
  return yaml.find(yaml.read(text, context), address, context);
};

describe('a value that would reach the other environment is refused, with the line of the reference', () => {
  it.each([
    ['a merge', merged, 'homologation.access_key', 5, 'production.access_key', []],
    [
      'a merge of several',
      merged.replace('*h', '[*h]'),
      'homologation.access_key',
      5,
      'production.access_key',
      [],
    ],
    ['an alias of the value', 'test:\n  key: &k old\nprod:\n  key: *k\n', 'test.key', 4, 'prod.key', []],
    ['an alias of the mapping', 'homo: &h\n  key: old\nprod: *h\n', 'homo.key', 3, 'prod.key', []],
    [
      'defaults of all environments',
      'default: &d\n  payline:\n    key: old\ndevelopment:\n  <<: *d\nproduction:\n  <<: *d\n',
      'default.payline.key',
      7,
      'production.payline.key',
      [],
    ],
    [
      'a chain of merges',
      'base: &b\n  key: old\ntest: &t\n  <<: *b\nproduction:\n  <<: *t\n',
      'base.key',
      6,
      'production.key',
      [],
    ],
    [
      'what the project file says is the other one',
      'a: &a\n  key: old\nb:\n  <<: *a\n',
      'a.key',
      4,
      'b.key',
      ['b.key'],
    ],
  ] as const)('%s', (_title, text, address, line, place, addresses) => {
    expect(refusalOf(() => put(text, { [address]: key }, addresses))).toEqual([
      'yaml-merge-shared',
      { file: 'c.yaml', line, address, place, environment: 'production' },
    ]);
  });
});

describe('a value that reaches nothing else is written', () => {
  it.each([
    ['the other one has its own', `${merged}  access_key: theirs\n`, 'homologation.access_key'],
    ['only the same environment follows', 'homo: &h\n  key: old\ntest:\n  <<: *h\n', 'homo.key'],
    ['the reference is to something else', 'a: &a\n  x: y\nhomo:\n  key: old\nprod:\n  <<: *a\n', 'homo.key'],
    [
      'its whole section is replaced',
      'd: &d\n  payline:\n    key: old\nproduction:\n  <<: *d\n  payline:\n    mode: live\n',
      'd.payline.key',
    ],
  ])('%s', (_title, text, address) => {
    expect(put(text, { [address]: key })).toBe(text.replace('old', key));
  });

  it('a mapping that merges one gets an entry of its own', () => {
    const after = put(merged, { 'production.access_key': key }, []);
    expect(after).toBe(`${merged}  access_key: ${key}\n`);
    const [[read]] = pyyaml([after]) as [[Record<string, Record<string, string>>]];
    expect(read['production']?.['access_key']).toBe(key);
    expect(read['homologation']?.['access_key']).toBe('old');
  });
});

it.each([
  ['a merge', merged, 'production.access_key', 'old', 5],
  ['a merge in a merge', 'a: &a\n  k: old\nb: &b\n  <<: *a\nc:\n  <<: *b\n', 'c.k', 'old', 6],
  ['the first of several', 'a: &a\n  k: "1"\nb: &b\n  k: "2"\nc:\n  <<: [*a, *b]\n', 'c.k', '1', 6],
  ['an alias of a value', 'a: &k old\nb: *k\n', 'b', 'old', 2],
  ['an alias of a mapping', 'a: &m\n  k: old\nb: *m\n', 'b.k', 'old', 3],
  [
    'its own entry rather than a merged one',
    `${merged}  access_key: own\n`,
    'production.access_key',
    'own',
    7,
  ],
])('reads %s as the file’s readers do', (_title, text, address, value, line) => {
  expect(find(text, address)).toMatchObject({ value, line });
});
