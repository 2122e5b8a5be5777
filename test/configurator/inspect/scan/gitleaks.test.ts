import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { times } from '../../../sample.ts';

interface Rule {
  readonly id: string;
  readonly regex: string;
  readonly entropy: number;
  readonly keywords?: readonly string[];
  readonly allowlists?: readonly { readonly regexes: readonly string[] }[];
}

const file = resolve(import.meta.dirname, '../../../../configurator/inspect/scan/gitleaks.toml');
const { rules } = parse(readFileSync(file, 'utf8')) as unknown as { rules: readonly Rule[] };

/** Go's regular expressions begin with their case-insensitive flag; the rest of these is valid JavaScript. */
function expression(regex: string): RegExp {
  return regex.startsWith('(?i)') ? new RegExp(regex.slice(4), 'gi') : new RegExp(regex, 'g');
}

/** In bits per character, as Shannon defined it. */
function entropy(text: string): number {
  const counts = [...new Set(text)].map((each) => text.split(each).length - 1);
  return -counts.reduce((sum, count) => sum + (count / text.length) * Math.log2(count / text.length), 0);
}

/** What gitleaks reports of a text, by its documentation: keywords, expression, the first group, entropy, allowlists. */
function reports(text: string): string[] {
  return rules.flatMap(({ regex, entropy: least, keywords = [], allowlists = [] }) => {
    if (keywords.length > 0 && !keywords.some((word) => text.toLowerCase().includes(word))) return [];
    const secrets = [...text.matchAll(expression(regex))].map(
      ([whole, ...groups]) => groups.find(Boolean) ?? whole,
    );
    const allowed = allowlists.flatMap(({ regexes }) => regexes.map(expression));
    return secrets.filter(
      (secret) => entropy(secret) >= least && !allowed.some((each) => secret.search(each) >= 0),
    );
  });
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
// Without its bias, fast-check repeats no letter more often than chance, as in a real key.
const keys = fc.noBias(fc.string({ unit: fc.constantFrom(...letters), minLength: 18, maxLength: 20 }));
const merchants = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 14 });

const formats: Readonly<Record<string, readonly ((key: string) => string)[]>> = {
  '.env': [(key) => `A=1\nPAYLINE_ACCESS_KEY=${key}\n`, (key) => `export PAYLINE_ACCESS_KEY='${key}' # new`],
  YAML: [(key) => `payline:\n  access_key: ${key}\n`, (key) => `payline: { accessKey: "${key}" }`],
  JSON: [(key) => `{ "payline": { "accessKey": "${key}", "x": 1 } }`],
  PHP: [
    (key) => `define('ACCESS_KEY', '${key}');`,
    (key) => `$config = ['access_key' => "${key}"];`,
    (key) => `$conf['ACCESS_KEY'] = '${key}';`,
  ],
  'INI and .properties': [(key) => `[payline]\naccess_key = ${key}\r\n`, (key) => `payline.accessKey=${key}`],
  XML: [(key) => `<accessKey>${key}</accessKey>`, (key) => `<add key="paylineAccessKey" value="${key}" />`],
  Python: [(key) => `PAYLINE_ACCESS_KEY = '${key}'\n`],
  JavaScript: [(key) => `export const accessKey = "${key}";`],
};

describe('the rules for gitleaks', () => {
  it.each(Object.entries(formats))('report every key in %s', (_, templates) => {
    const property = (key: string) => {
      for (const write of templates) expect(reports(write(key))).toContain(key);
    };
    fc.assert(fc.property(keys, property), { numRuns: times(500, 50) });
  });

  it('report every authorization', () => {
    const property = (merchant: string, key: string) => {
      const credentials = Buffer.from(`${merchant}:${key}`).toString('base64');
      for (const text of [`Authorization: Basic ${credentials}`, `"token": "${credentials}"`])
        expect(reports(text)).toContain(credentials);
    };
    fc.assert(fc.property(merchants, keys, property), { numRuns: times(500, 50) });
  });

  it.each([
    'PAYLINE_ACCESS_KEY=*****qV8',
    'PAYLINE_ACCESS_KEY=XXXXXXXXXXXXXXXXXXXX',
    'PAYLINE_ACCESS_KEY=',
    'PAYLINE_ACCESS_KEY=yourAccessKeyGoesHere',
    'PAYLINE_ACCESS_KEY=VotreCleDAccesPayline',
    'PAYLINE_ACCESS_KEY=$PAYLINE_KEY_FROM_CI',
    'access_key: "%env(PAYLINE_ACCESS_KEY)%"',
    "'access_key' => getenv('PAYLINE_ACCESS_KEY'),",
    'const accessKey = configuredAccessKey;',
    'set: { PAYLINE_ACCESS_KEY: accessKey }',
    'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
    'aws_secret_access_key = wJalrXUtnFEMIKb7MDENGLbPxRfiCYEXAMPLEKEYAA',
    'accessKey: 0123456789abcdef0123456789abcdef01234567',
    `Authorization: Basic ${Buffer.from('alice:correct horse battery staple').toString('base64')}`,
    `Authorization: Basic ${Buffer.from('17626983201234:').toString('base64')}`,
    'Authorization: Basic *****',
  ])('report nothing in: %s', (text) => {
    expect(reports(text)).toEqual([]);
  });

  it.each(['README.md', 'README.fr.md', 'CONTRIBUTING.md', 'shared/PROTOCOL.md'])(
    'report nothing in %s',
    (name) => {
      expect(reports(readFileSync(resolve(file, '../../../..', name), 'utf8'))).toEqual([]);
    },
  );
});
