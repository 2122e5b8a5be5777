// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the templates of other files
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { script } from '../../../configurator/formats/script/script.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { sampled, times } from '../../sample.ts';
import { assign, assignments, refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { nodeExports } from './readers/node.ts';
import { put, readAll, thrownBy } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [
  title: string,
  before: string,
  set: Record<string, string>,
  after: string,
  file?: string,
];

function expectPut(before: string, set: Record<string, string>, after: string, file = 'config.js'): void {
  expect(put(script, before, set, { file })).toBe(after);
  expect(put(script, after, set, { file })).toBe(after);
}

describe('replaces a value', () => {
  const cases: readonly Case[] = [
    ['a constant', "const A = 'old';\n", { A: key }, `const A = '${key}';\n`],
    ['a constant that is exported', 'export const A = "old"\n', { A: key }, `export const A = "${key}"\n`],
    ['a variable', "let a = '', b = 'old';\n", { b: key }, `let a = '', b = '${key}';\n`],
    ['a variable without value', 'var a\nlet b;\n', { b: key }, `var a\nlet b = '${key}';\n`],
    ['a template', 'const A = `old`;', { A: '`${x}` \\' }, 'const A = `\\`\\${x}\\` \\\\`;'],
    ['quotes of both kinds', "const A = 'o';", { A: `it's "it"` }, `const A = 'it\\'s "it"';`],
    ['a null', 'const A = null;', { A: key }, `const A = '${key}';`],
    ['a number, by a text', "const A = 17626983201234, B = 'x';", { A: '1' }, "const A = '1', B = 'x';"],
    [
      'a boolean, by a boolean',
      'const A = { live: false };',
      { 'A.live': 'true' },
      'const A = { live: true };',
    ],
    [
      'of the default export',
      "export default { payline: { accessKey: 'old' } };",
      { 'payline.accessKey': key },
      `export default { payline: { accessKey: '${key}' } };`,
    ],
    [
      'of what CommonJS exports',
      "module.exports = {\r\n  'payline-key': 'old', // note 'x'\r\n};\r\n",
      { 'payline-key': key },
      `module.exports = {\r\n  'payline-key': '${key}', // note 'x'\r\n};\r\n`,
    ],
    ['of one export', "exports.KEY = 'old';\n", { KEY: key }, `exports.KEY = '${key}';\n`],
    [
      'both exports in one',
      "exports = module.exports = { a: 'old' };",
      { a: key },
      `exports = module.exports = { a: '${key}' };`,
    ],
    [
      'of an object in a constant',
      "const c = { p: [{ a: 'old' }] };",
      { 'c.p[0].a': key },
      `const c = { p: [{ a: '${key}' }] };`,
    ],
    [
      'of a computed name that is a text',
      "const c = { ['a']: 'old' };",
      { 'c.a': key },
      `const c = { ['a']: '${key}' };`,
    ],
    [
      'after others that are spread',
      "const c = { ...x, a: 'old' };",
      { 'c.a': key },
      `const c = { ...x, a: '${key}' };`,
    ],
    [
      'in a frozen object',
      "const c = Object.freeze({ a: 'old' });",
      { 'c.a': key },
      `const c = Object.freeze({ a: '${key}' });`,
    ],
    [
      'in the configuration of a build tool',
      "export default defineConfig({ define: { KEY: 'old' } })",
      { 'define.KEY': key },
      `export default defineConfig({ define: { KEY: '${key}' } })`,
    ],
    [
      'of a member that is assigned',
      "window.config = {};\nwindow.config.key = 'old';",
      { 'window.config.key': key },
      `window.config = {};\nwindow.config.key = '${key}';`,
    ],
    [
      'of a variable that is exported again',
      "const KEY = 'old';\nmodule.exports = { KEY };",
      { KEY: key },
      `const KEY = '${key}';\nmodule.exports = { KEY };`,
    ],
    [
      'after a line that starts a program',
      "#!/usr/bin/env node\n'use strict';\nconst A = 'o';",
      { A: key },
      `#!/usr/bin/env node\n'use strict';\nconst A = '${key}';`,
    ],
    [
      'with JSX beside it',
      "const A = 'o';\nconst b = <b>it's</b>;",
      { A: key },
      `const A = '${key}';\nconst b = <b>it's</b>;`,
    ],
    ['after a byte order mark', "\ufeffconst A = 'o';", { A: key }, `\ufeffconst A = '${key}';`],
    [
      'as one of two that have the same name',
      "const payline = { key: 'a' };\nexport default { payline: { key: 'b' } };",
      { 'default.payline.key': key },
      `const payline = { key: 'a' };\nexport default { payline: { key: '${key}' } };`,
    ],
  ];
  for (const [title, before, set, after, file] of cases) it(title, () => expectPut(before, set, after, file));

  const typed: readonly Case[] = [
    ['with its type', "export const A: string = 'o';", { A: key }, `export const A: string = '${key}';`],
    ['as const', "export const A = 'o' as const;", { A: key }, `export const A = '${key}' as const;`],
    ['of an assertion', "const A = <string>'o';", { A: key }, `const A = <string>'${key}';`],
    [
      'that satisfies a type',
      "export default { p: { key: 'o' } as const } satisfies Config;\ninterface Config {}",
      { 'p.key': key },
      `export default { p: { key: '${key}' } as const } satisfies Config;\ninterface Config {}`,
    ],
    ['of an assigned export', "export = { key: 'o' };", { key }, `export = { key: '${key}' };`],
    [
      'after the type of an empty variable',
      'let A: string | undefined;',
      { A: key },
      `let A: string | undefined = '${key}';`,
    ],
  ];
  for (const [title, before, set, after] of typed) {
    it(`${title}, in TypeScript`, () => expectPut(before, set, after, 'src/config.ts'));
  }

  it.each(['a.js', 'a.cjs', 'a.mjs', 'a.ts', 'a.mts', 'a.cts', 'a.config.ts', 'a.js.dist'])(
    'in %s',
    (file) => {
      expectPut("const A = 'o';\n", { A: key }, `const A = '${key}';\n`, file);
    },
  );
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    [
      'on a line of its own',
      "module.exports = {\n  a: 'x', // c\n};\n",
      { b: key },
      `module.exports = {\n  a: 'x', // c\n  b: '${key}',\n};\n`,
    ],
    [
      'without a last comma',
      'export default {\n\ta: "x"\n}\n',
      { b: key },
      `export default {\n\ta: "x",\n\tb: "${key}"\n}\n`,
    ],
    [
      'with names in quotes',
      "module.exports = { 'a' : 'x' };",
      { b: key },
      `module.exports = { 'a' : 'x', 'b' : '${key}' };`,
    ],
    [
      'with its parents, once',
      "module.exports = {\n  a: 'x'\n};",
      { 'p.b': key, 'p.c': '1' },
      `module.exports = {\n  a: 'x',\n  p: { b: '${key}', c: '1' }\n};`,
    ],
    [
      'to an empty object',
      'export default {};\n',
      { accessKey: key },
      `export default {\n  accessKey: '${key}'\n};\n`,
    ],
    [
      'under a name that needs quotes',
      'module.exports = { a: 1 };',
      { 'access-key': key },
      `module.exports = { a: 1, 'access-key': '${key}' };`,
    ],
    [
      'under a name that objects have',
      'module.exports = { a: 1 };',
      JSON.parse(`{"__proto__": "${key}"}`),
      `module.exports = { a: 1, ['__proto__']: '${key}' };`,
    ],
    [
      'to an object in a constant',
      "const c = { a: 'x' };\nexport default c;",
      { 'c.b': key },
      `const c = { a: 'x', b: '${key}' };\nexport default c;`,
    ],
    [
      'after its siblings',
      "const P_A = 'x'; // c\nconst other = 'y';\n",
      { P_B: key },
      `const P_A = 'x'; // c\nconst P_B = '${key}';\nconst other = 'y';\n`,
    ],
    [
      'after its siblings, in their style',
      'export const A = "x" as const\r\n',
      { B: key, C: '1' },
      `export const A = "x" as const\r\nexport const B = "${key}" as const\r\nexport const C = "1" as const\r\n`,
      'a.ts',
    ],
    [
      'at an end without line end',
      "export const A: string = 'x';",
      { B: key },
      `export const A: string = 'x';\nexport const B: string = '${key}';`,
      'a.ts',
    ],
    [
      'beside exports',
      "exports.A = 'x';\n",
      { 'default.B': key },
      `exports.A = 'x';\nexports.B = '${key}';\n`,
    ],
    [
      'beside members',
      "window['A'] = 'x';\n",
      { 'window.B': key },
      `window['A'] = 'x';\nwindow['B'] = '${key}';\n`,
    ],
  ];
  for (const [title, before, set, after, file] of cases) it(title, () => expectPut(before, set, after, file));

  it('or leaves it out where it is optional', () => {
    expect(put(script, "const A = 'x';", { B: key }, { file: 'a.js', optional: true })).toBe(
      "const A = 'x';",
    );
  });
});

describe('refuses', () => {
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    [
      'a broken file',
      "const A = 'x';\nconst B = ;\n",
      'A',
      'file-unparsable',
      { line: 2, format: 'JavaScript' },
    ],
    ['deep nesting', `const A = ${'['.repeat(100_000)}`, 'A', 'file-unparsable', { line: 1 }],
    ['a call', "const A = read('x');", 'A', 'entry-not-literal', { line: 1 }],
    ['a sum', "\nconst A = 'x' + 'y';", 'A', 'entry-not-literal', { line: 2 }],
    ['a template with substitutions', 'const A = `x${y}`;', 'A', 'entry-not-literal', {}],
    ['a template that a function reads', 'const A = raw`x`;', 'A', 'entry-not-literal', {}],
    ['another name', 'const A = b;', 'A', 'entry-not-literal', {}],
    [
      'the environment',
      'const A = process.env.PAYLINE_KEY;',
      'A',
      'entry-in-environment',
      { variable: 'PAYLINE_KEY' },
    ],
    [
      'the environment, with a default',
      "const A = process.env['K'] ?? 'x';",
      'A',
      'entry-in-environment',
      { variable: 'K' },
    ],
    [
      'the environment of a build',
      'const A = { b: import.meta.env.VITE_K };',
      'A.b',
      'entry-in-environment',
      { variable: 'VITE_K' },
    ],
    [
      'what a spread may replace',
      "const A = {\n  b: 'x',\n  ...c };",
      'A.b',
      'entry-not-literal',
      { line: 2 },
    ],
    ['what a computed name may replace', "const A = { b: 'x', [c]: 'y' };", 'A.b', 'entry-not-literal', {}],
    ['a method', 'const A = { b() {} };', 'A.b', 'entry-not-literal', {}],
    ['an object', 'const A = {};', 'A', 'entry-not-literal', {}],
    ['an import', "import A from 'a';", 'A', 'entry-not-literal', {}],
    ['a destructured variable', "const { A } = { A: 'x' };", 'A', 'entry-not-literal', {}],
    [
      'a name that occurs twice',
      "const c = {\n  a: 'x',\n  a: 'y' };",
      'c.a',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'an object that occurs twice',
      'module.exports = { a: {} };\nmodule.exports = {};',
      'b',
      'entry-duplicate',
      { lines: '1, 2' },
    ],
    [
      'a variable that is set again',
      "let A = 'x';\nif (b) {\n  A = 'y';\n}",
      'A',
      'entry-duplicate',
      { lines: '1, 3' },
    ],
    [
      'a variable that a function sets',
      "let A = 'x';\nfunction f() { A = 'y'; }",
      'A',
      'entry-duplicate',
      { lines: '1, 2' },
    ],
    [
      'a variable that a pattern sets again',
      "let A = 'x';\n({ A } = b);",
      'A',
      'entry-duplicate',
      { lines: '1, 2' },
    ],
    [
      'a member that is set again',
      "const c = { a: 'x' };\nc.a = 'y';",
      'c.a',
      'entry-duplicate',
      { lines: '1, 2' },
    ],
    [
      'a variable of two branches',
      "if (b) { var A = 'x' }\nelse { var A = 'y' }",
      'A',
      'entry-duplicate',
      { lines: '1, 2' },
    ],
    [
      'two that have the same name',
      "const p = { a: 'x' };\nexport default { p: { a: 'y' } };",
      'p.a',
      'entry-duplicate',
      { lines: '1, 2' },
    ],
    [
      'a place in one of two objects',
      'const p = {};\nexport default { p: {} };',
      'p.a',
      'entry-duplicate',
      { lines: '1, 2' },
    ],
    ['a name that may go to two places', "const A = 'x';\nexport default {};", 'B', 'entry-missing', {}],
    ['a name where no other is', 'run();\n', 'B', 'entry-missing', {}],
    ['a name beside listed exports', "const A = 'x';\nexport { A };", 'B', 'entry-missing', {}],
    ['an invalid name', "const A = 'x';", '"a b"', 'entry-missing', {}],
    ['no address', "const A = 'x';", 'a..b', 'address-malformed', { format: 'JavaScript' }],
    ['NUL', "const A = 'x\0';", 'A', 'file-encoding', { line: 1 }],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(script, text, { [address]: key }, { file: 'a.js' }))).toMatchObject([
      code,
      params,
    ]);
  });

  it('a file that is not UTF-8', () => {
    const latin1 = Buffer.from("// clé\nconst A = 'x';", 'latin1');
    expect(refusalOf(() => assign(script, latin1, { A: key }))).toMatchObject(['file-encoding', { line: 1 }]);
  });
});

it('does not mistake names in functions for those of the file', () => {
  const text =
    "const A = 'x';\nfunction f(c) { const A = 'y'; c.A = 'z'; let B; B = A; return { A: 'w' }; }\n";
  expect(
    readAll(script, text, { file: 'a.js' }).map(({ address, value, line }) => [address, value, line]),
  ).toEqual([
    ['A', 'x', 1],
    ['f', undefined, 2],
  ]);
});

describe('Node reads back what was written', () => {
  const modules = [
    "export const A = 1, KEY = 'old';\nexport const Z = `z`;",
    'export const KEY = "old"; // "x"\r\nexport const Z = `z`;\r\n',
    '\ufeffexport let KEY;\nexport const Z = `z`;\n',
    'export const KEY = `o\r\nld`;\r\nexport const Z = `z`\r\n',
  ];
  const commonjs = [
    "module.exports = { KEY: 'old', Z: `z` };",
    "module.exports = {\r\n  'Z': 'z', // z\r\n  \"KEY\": null,\r\n};\r\n",
    "exports.Z = 'z';\nexports.KEY = `old`;\n",
    '// none\nmodule.exports = {\n\tZ: "z",\n}',
  ];

  function written(styles: readonly string[], values: readonly string[]) {
    return values.flatMap((value) =>
      styles.map((style) => ({ value, text: put(script, style, { KEY: value }, { file: 'a.js' }) })),
    );
  }

  function expectBack(texts: readonly { text: string; value: string }[], read: readonly unknown[]): void {
    const wrong = texts.filter(({ value }, index) => {
      const { KEY, Z } = read[index] as { KEY?: unknown; Z?: unknown };
      return KEY !== value || Z !== 'z';
    });
    expect(wrong).toEqual([]);
    expect(texts.length).toBeGreaterThan(3 * values.length);
  }

  const values = [...everyValue, ...randomValues(1000)];

  it('from a module', () => {
    const texts = written(modules, values);
    expectBack(
      texts,
      nodeExports(
        texts.map(({ text }) => text.replace(/^\ufeff/, '')),
        'module',
      ),
    );
  });

  it('from CommonJS', () => {
    const texts = written(commonjs, values);
    expectBack(
      texts,
      nodeExports(
        texts.map(({ text }) => text),
        'commonjs',
      ),
    );
  });

  it('from TypeScript', () => {
    const source =
      "type T = { KEY: string };\nexport const KEY: string = 'old' satisfies string;\nexport const Z = <const>'z';\n";
    const texts = values.slice(0, 300).map((value) => put(script, source, { KEY: value }, { file: 'a.ts' }));
    const plain = transformSync(texts.map((text, index) => `namespace n${index} {${text}}`).join('\n'), {
      loader: 'ts',
    });
    const all = `${plain.code}\nexport default [${texts.map((_, index) => `n${index}`)}].map(({ KEY, Z }) => [KEY, Z]);`;
    const [{ default: read }] = nodeExports([all], 'module') as [{ default: unknown[] }];
    expect(read).toEqual(values.slice(0, 300).map((value) => [value, 'z']));
  });
});

describe('takes time in proportion', () => {
  it('to a large file', () => {
    const lines = Array.from(
      { length: times(40_000, 8_000) },
      (_, index) => `export const NAME_${index} = "${"it's ".repeat(6)}";`,
    );
    const text = `${lines.join('\n')}\nexport const KEY = 'old';\n`;
    expect(text.length).toBeGreaterThan(times(2e6, 3e5));
    expect(assign(script, text, { KEY: key }).after.endsWith(`KEY = '${key}';\n`)).toBe(true);
  });

  const hostile = [
    '\\',
    "'",
    '"',
    '`',
    '${',
    '{',
    '[',
    '(',
    '//',
    '/*',
    '\n',
    ' ',
    'a.',
    'a=',
    '+a',
    '!',
    'a?',
    '<a',
    "['",
    '=>',
    ',',
    ';',
    'a:',
  ];
  it.each(sampled(hostile, 6, 'what is repeated'))('to repetitions: %j', (piece) => {
    for (const opening of [
      '',
      'const A = ',
      "const A = '",
      'const A = `',
      'const A = {',
      'module.exports.a',
    ]) {
      const text = `const KEY = 'old';\n${opening}${piece.repeat(20_000)}\n`;
      const edit = () => script.edit(text, assignments({ KEY: key }), { file: 'a.js', dialect: undefined });
      const error = thrownBy(edit);
      expect(error === undefined || error instanceof Refusal, String(error)).toBe(true);
    }
  });
});
