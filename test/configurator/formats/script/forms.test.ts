import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { script } from '../../../../configurator/formats/script/script.ts';
import { sampled } from '../../../sample.ts';
import { refusalOf } from '../assign.ts';
import { hardValues } from '../hard-values.ts';
import { randomValues } from '../lookalikes.ts';
import { nodeExports } from '../readers/node.ts';
import { put, readAll } from '../rewriting.ts';

// Other programs read thousands of values, which takes seconds, and longer on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const key = 'Zq7RtY2uPw9LkXc4VbN8';
const values = [...sampled(hardValues, 40, 'values of script forms'), ...randomValues(200)].filter(
  (value) => !/\p{Surrogate}/u.test(value),
);

type Module = Readonly<Record<string, unknown>>;
const member = (of: unknown, ...names: string[]) =>
  names.reduce<unknown>((inner, name) => (inner as Module | undefined)?.[name], of);

type Form = readonly [
  title: string,
  kind: 'module' | 'commonjs',
  text: string,
  address: string,
  read: (exported: unknown) => unknown,
];

/** Where a value is, and where Node has it once the file is loaded. */
const forms: readonly Form[] = [
  [
    'a static field of a class',
    'commonjs',
    "class Config {\n  static id = '1';\n  static KEY = 'old';\n}\nmodule.exports = Config;\n",
    'Config.KEY',
    (left) => (left as { KEY?: unknown }).KEY,
  ],
  [
    'the default export by its name',
    'module',
    "const nextConfig = {\n  env: { KEY: 'old' },\n};\n\nexport default nextConfig;\n",
    'default.env.KEY',
    (left) => member(left, 'default', 'env', 'KEY'),
  ],
  [
    'module.exports by its name',
    'commonjs',
    "const nextConfig = { env: { KEY: 'old' } };\nmodule.exports = nextConfig;\n",
    'env.KEY',
    (left) => member(left, 'env', 'KEY'),
  ],
  [
    'a frozen variable',
    'commonjs',
    "const config = { key: 'old' };\nmodule.exports = Object.freeze(config);\n",
    'default.key',
    (left) => member(left, 'key'),
  ],
  [
    'an export list',
    'module',
    "const config = { key: 'old' };\nexport { config as default };\n",
    'default.key',
    (left) => member(left, 'default', 'key'),
  ],
  [
    'a variable in what is exported',
    'commonjs',
    "const payline = { key: 'old' };\nmodule.exports = { port: 1, payline };\n",
    'default.payline.key',
    (left) => member(left, 'payline', 'key'),
  ],
  [
    'a variable under another name',
    'commonjs',
    "const ours = { key: 'old' };\nexports = module.exports = { payline: ours };\n",
    'payline.key',
    (left) => member(left, 'payline', 'key'),
  ],
];

describe.each(forms)('%s', (_title, kind, text, address, read) => {
  it('is written so that Node reads it back, whatever the value', () => {
    expect(readAll(script, text).filter(({ value }) => value === 'old')).toHaveLength(1);
    expect(put(script, text, { [address]: key })).toBe(text.replace('old', key));
    const written = values.map((value) => put(script, text, { [address]: value }));
    // A class is a function, which JSON omits.
    const plain = written.map((each) =>
      each.replace('module.exports = Config', 'module.exports = { ...Config }'),
    );
    expect(nodeExports(plain, kind).map(read)).toEqual(values);
  });
});

it('TypeScript reads back what was written into classes and enumerations', () => {
  const names = values.map((_, index) => `V${index}`);
  const fields = names.map((name) => `  public static readonly ${name}: string = 'old';`);
  const members = names.map((name) => `  ${name} = 'old',`);
  const text = ['export class Settings {', ...fields, '}', 'export enum Words {', ...members, '}', ''].join(
    '\n',
  );
  const set = Object.fromEntries(
    ['Settings', 'Words'].flatMap((owner) =>
      names.map((name, index) => [`${owner}.${name}`, values[index] ?? '']),
    ),
  );
  const written = put(script, text, set, { file: 'settings.ts' });
  const [left] = nodeExports([compiled(written)], 'commonjs');
  expect(left).toEqual({
    Settings: Object.fromEntries(names.map((name, index) => [name, values[index]])),
    Words: Object.fromEntries(names.map((name, index) => [name, values[index]])),
  });
});

/** The compiled text, with the members of its class as an object. */
function compiled(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cle-tsc-'));
  try {
    writeFileSync(join(folder, 'settings.ts'), text);
    const program = join(import.meta.dirname, '../../../../node_modules/.bin/tsc');
    const options = [
      '--module',
      'commonjs',
      '--target',
      'es2022',
      '--ignoreDeprecations',
      '6.0',
      '--ignoreConfig',
    ];
    const { status, stdout } = spawnSync(program, [...options, 'settings.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stdout);
    const source = readFileSync(join(folder, 'settings.js'), 'utf8');
    return `${source}\nmodule.exports = { Settings: { ...exports.Settings }, Words: { ...exports.Words } };`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  [
    'to a variable that is exported as a whole',
    "const config = {\n  id: '1',\n};\nexport default config;\n",
    'default.key',
    `const config = {\n  id: '1',\n  key: '${key}',\n};\nexport default config;\n`,
  ],
  [
    'to a variable in what is exported',
    "const payline = { id: '1' };\nmodule.exports = { payline };\n",
    'payline.key',
    `const payline = { id: '1', key: '${key}' };\nmodule.exports = { payline };\n`,
  ],
])('adds %s', (_title, text, address, after) => {
  expect(put(script, text, { [address]: key })).toBe(after);
});

describe('adds nothing beside a name that exists in another form', () => {
  it.each([
    ['in a class', "export const ID = '1';\nclass C {\n  static KEY = 'old';\n}\n", 'KEY', 3, 'C.KEY'],
    ['in an object', "const ID = '1';\nconst c = { payline: { KEY: 'old' } };\n", 'KEY', 2, 'c.payline.KEY'],
    [
      'in a variable that is not exported',
      "const c = { key: 'old' };\nexport default { id: '1' };\n",
      'key',
      1,
      'c.key',
    ],
  ])('%s: its address is named', (_title, text, address, line, found) => {
    const refusal = ['entry-other-address', { file: 'some.file', line, address, found }];
    expect(refusalOf(() => put(script, text, { [address]: key }))).toEqual(refusal);
    expect(put(script, text, { [found]: key })).toBe(text.replace('old', key));
  });

  it.each([
    ['in what a function returns', "const A = 'x';\nexport default () => ({\n  key: 'old',\n});\n", 'key', 3],
    ['in a call', "const ID = '1';\nconfig.set('KEY', 'old');\n", 'KEY', 2],
    ['in an argument', "const ID = '1';\nsetUp({ payline: {\n  key: 'old' } });\n", 'payline.key', 3],
    ['in a field of an object', "const ID = '1';\nclass C {\n  KEY = 'old';\n}\n", 'KEY', 3],
    ['in a constructor', "const ID = '1';\nclass C {\n  constructor() { this.KEY = 'old'; }\n}\n", 'KEY', 3],
    ['of the process', "const ID = '1';\nfunction f() {\n  process.env.KEY = 'old';\n}\n", 'KEY', 3],
  ])('%s: its line is named', (_title, text, address, line) => {
    const refusal = ['entry-other-form', { file: 'some.file', line, address }];
    expect(refusalOf(() => put(script, text, { [address]: key }))).toEqual(refusal);
  });
});
