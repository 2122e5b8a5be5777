import { describe, expect, it } from 'vitest';
import { php } from '../../../configurator/formats/php/php.ts';
import { rewrite } from '../../../configurator/formats/rewrite.ts';
import { assign, assignments, refusalOf } from './assign.ts';
import { php as runPhp } from './readers/php.ts';
import { put, readAll } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

/** Changes each file, finds nothing more to change in it, and lets PHP run it. */
function changes(cases: readonly Case[]): void {
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(php, before, set)).toBe(after);
    expect(put(php, after, set)).toBe(after);
    expect(runPhp([after])[0], 'PHP runs what was written').toBeDefined();
  });
}

describe('replaces a value', () => {
  changes([
    ['of define', "<?php\ndefine('A', 'old'); // c\n", { A: key }, `<?php\ndefine('A', '${key}'); // c\n`],
    [
      'of DEFINE( , in double quotes',
      '<?php DEFINE( "A" , "o\\"ld" );',
      { A: 'a$b' },
      '<?php DEFINE( "A" , "a\\$b" );',
    ],
    ['of a qualified define', "<?php \\define('A','');", { A: key }, `<?php \\define('A','${key}');`],
    [
      'of named arguments',
      "<?php define(value: 'old', constant_name: 'A');",
      { A: key },
      `<?php define(value: '${key}', constant_name: 'A');`,
    ],
    ['of const', "<?php\nconst A = 'old', B = 'b';\n", { A: key }, `<?php\nconst A = '${key}', B = 'b';\n`],
    ['of the session', "<?php $_SESSION['A'] = 'old';", { A: key }, `<?php $_SESSION['A'] = '${key}';`],
    [
      'of the session, by its full address',
      '<?php $_SESSION["A"]="";',
      { '$_SESSION.A': key },
      `<?php $_SESSION["A"]="${key}";`,
    ],
    ['of a variable', "<?php $a_key\t=\t'old';", { a_key: key }, `<?php $a_key\t=\t'${key}';`],
    ['of a variable, with its sign', "<?php $a = ('old');", { $a: key }, `<?php $a = ('${key}');`],
    [
      'below a variable',
      "<?php $cfg['a'][\"b\"] = 'old';",
      { '$cfg.a.b': key },
      `<?php $cfg['a']["b"] = '${key}';`,
    ],
    [
      'of an array in a variable',
      "<?php $cfg = ['a' => array('b' => 'old')];",
      { '$cfg.a.b': key },
      `<?php $cfg = ['a' => array('b' => '${key}')];`,
    ],
    [
      'of an array that is returned',
      "<?php\nreturn array(\n\t'p' => array(\n\t\t'a' => 'old', // c\n\t),\n);\n",
      { 'p.a': key },
      `<?php\nreturn array(\n\t'p' => array(\n\t\t'a' => '${key}', // c\n\t),\n);\n`,
    ],
    [
      'of a short array that is returned',
      "<?php return ['p' => ['a' => 'old', 'b' => 1]];",
      { 'p.a': key, 'p.b': '2' },
      `<?php return ['p' => ['a' => '${key}', 'b' => '2']];`,
    ],
    [
      'of an item by its place',
      "<?php return ['l' => ['x', 5 => 'y', 'old']];",
      { 'l[6]': key },
      `<?php return ['l' => ['x', 5 => 'y', '${key}']];`,
    ],
    [
      'of a number in quotes, however it is addressed',
      "<?php return ['5' => 'old', 6 => 'old', 7 => 'old'];",
      { '[5]': key, '"6"': key },
      `<?php return ['5' => '${key}', 6 => '${key}', 7 => 'old'];`,
    ],
    [
      'of a name with @',
      "<?php return ['a@b' => 'old', 'a' => 'x'];",
      { '"a@b"': key },
      `<?php return ['a@b' => '${key}', 'a' => 'x'];`,
    ],
    [
      'of a name with dots',
      "<?php return ['p.a' => 'old', 'p' => ['a' => 'b']];",
      { '"p.a"': key },
      `<?php return ['p.a' => '${key}', 'p' => ['a' => 'b']];`,
    ],
    [
      'in a namespace, after declare and use',
      "<?php declare(strict_types=1);\nnamespace N;\nuse X\\Y;\nconst A = 'old';",
      { A: key },
      `<?php declare(strict_types=1);\nnamespace N;\nuse X\\Y;\nconst A = '${key}';`,
    ],
    ['a number, by a text', "<?php define('A', 00123);", { A: '00123' }, "<?php define('A', '00123');"],
    [
      'null',
      "<?php define('A', null); $b = NULL;",
      { A: key, b: '1' },
      `<?php define('A', '${key}'); $b = '1';`,
    ],
    [
      'TRUE and false, in their case',
      "<?php define('A', TRUE); $b = false; $c = True;",
      { A: 'false', b: 'true', c: 'false' },
      "<?php define('A', FALSE); $b = true; $c = false;",
    ],
    [
      'false, by a text',
      '<?php $payline_access_key = false;',
      { payline_access_key: key },
      `<?php $payline_access_key = '${key}';`,
    ],
    [
      'of a guarded define',
      "<?php if (!defined('A')) {\n  define('A', 'old');\n}",
      { A: key },
      `<?php if (!defined('A')) {\n  define('A', '${key}');\n}`,
    ],
    [
      'of a define after or',
      "<?php defined('A') or define('A', 'old'); defined('B') || define('B', 'old');",
      { A: key, B: '1' },
      `<?php defined('A') or define('A', '${key}'); defined('B') || define('B', '1');`,
    ],
    [
      'over several lines',
      "<?php\ndefine('A', 'one\ntwo');\nconst B = '1';\n",
      { A: key },
      `<?php\ndefine('A', '${key}');\nconst B = '1';\n`,
    ],
    [
      'in single quotes that cannot hold it',
      "<?php define('A', 'old');",
      { A: 'a\n\0\r$b"\\' },
      '<?php define(\'A\', "a\\x0a\\x00\\x0d\\$b\\"\\\\");',
    ],
    [
      'in double quotes with escapes',
      '<?php define("A", "o\\x6cd\\n\\101\\u{1F511}");',
      { A: key },
      `<?php define("A", "${key}");`,
    ],
    [
      'of a byte that is not a character',
      '<?php define("A", "\\xFF");',
      { A: 'ÿ' },
      '<?php define("A", "ÿ");',
    ],
    [
      'beside comments',
      "<?php define( /* a */ 'A' # b\n , /* c */ 'old' /* d */ );",
      { A: key },
      `<?php define( /* a */ 'A' # b\n , /* c */ '${key}' /* d */ );`,
    ],
    [
      'with emoji and HTML around',
      "<p>🔑 é</p>\n<?php define('A', 'old'); ?>\n🔑<?= A ?>\n",
      { A: key },
      `<p>🔑 é</p>\n<?php define('A', '${key}'); ?>\n🔑<?= A ?>\n`,
    ],
    [
      'after #!',
      "#!/usr/bin/env php\n<?php define('A', 'old');",
      { A: key },
      `#!/usr/bin/env php\n<?php define('A', '${key}');`,
    ],
    [
      'before a closing tag with spaces, in CR LF',
      "<?php \r\n\tDEFINE('A', 'old'); \r\n?> ",
      { A: key },
      `<?php \r\n\tDEFINE('A', '${key}'); \r\n?> `,
    ],
    [
      'that a semicolon does not end',
      "<?php define('A', 'old') ?>",
      { A: key },
      `<?php define('A', '${key}') ?>`,
    ],
    [
      'before the end of the code',
      "<?php define('A', 'old'); __halt_compiler(); define('A', 'data",
      { A: key },
      `<?php define('A', '${key}'); __halt_compiler(); define('A', 'data`,
    ],
    ['with the end of PHP in it', "<?php $a = '?>';", { a: '?> <?php' }, "<?php $a = '?> <?php';"],
  ]);

  it('keeps a byte order mark, and every byte of a file that is not UTF-8', () => {
    const before = Buffer.from("\ufeff<?php // clé\n$a = 'é'; $b = 'old';\n", 'latin1');
    const bytes = Buffer.concat([Buffer.from('\ufeff'), before.subarray(1)]);
    const result = Buffer.from(assign(php, bytes, { b: key }).bytes);
    expect(result.toString('latin1')).toBe(bytes.toString('latin1').replace('old', key));
    expect(refusalOf(() => assign(php, bytes, { b: 'clé' }))).toEqual([
      'value-unrepresentable',
      { file: 'the-file', line: 2, format: 'PHP', field: 'accessKey', address: 'b' },
    ]);
  });

  it('does not change functions', () => {
    const text =
      "<?php class C { function g() { $b = 'w'; $this->c = 'v'; } } function f() { $a = 'y'; define('A', 'z'); }";
    expect(readAll(php, text)).toEqual([]);
  });

  it('reads a file of PHP 8.4 and 8.5 syntax', () => {
    const text = [
      '<?php',
      "class P { public private(set) string $x = 'x' { get => $this->x; } }",
      '$x = new P()->x |> strtoupper(...);',
      "#[Deprecated] const A = 'old';",
      'readonly class Q { public function __construct(protected(set) int $n) {} }',
    ].join('\n');
    expect(put(php, text, { A: key })).toBe(text.replace('old', key));
  });
});

describe('distinguishes branches', () => {
  const both = "<?php if (PRODUCTION) {\n  define('A', 'p');\n} else {\n  define('A', 'h');\n}\n";

  changes([
    [
      'the branch',
      `<?php const PRODUCTION = true; ?>${both}`,
      { 'A@PRODUCTION': key },
      `<?php const PRODUCTION = true; ?>${both.replace("'p'", `'${key}'`)}`,
    ],
    [
      'its else',
      `<?php const PRODUCTION = true; ?>${both}`,
      { 'A@!PRODUCTION': key },
      `<?php const PRODUCTION = true; ?>${both.replace("'h'", `'${key}'`)}`,
    ],
    [
      'the one outside',
      "<?php $a = 'x'; if (1) { $a = 'y'; }",
      { 'a@': key },
      `<?php $a = '${key}'; if (1) { $a = 'y'; }`,
    ],
    [
      'elseif',
      "<?php if (0) $a = 'x'; elseif (1) $a = 'y'; else $a = 'z';",
      { 'a@!0@1': key },
      `<?php if (0) $a = 'x'; elseif (1) $a = '${key}'; else $a = 'z';`,
    ],
    [
      'if: … endif',
      "<?php if (0): $a = 'x'; else: $a = 'y'; endif;",
      { 'a@!0': key },
      `<?php if (0): $a = 'x'; else: $a = '${key}'; endif;`,
    ],
    [
      'branches in branches',
      "<?php if (1) { if (0) { $a = 'x'; } else { $a = 'y'; } }",
      { 'a@1@0': key },
      `<?php if (1) { if (0) { $a = '${key}'; } else { $a = 'y'; } }`,
    ],
    [
      'conditions whatever their spaces',
      "<?php if (1\n  ==   2) { $a = 'x'; } else { $a = 'y'; }",
      { 'a@1 == 2': key },
      `<?php if (1\n  ==   2) { $a = '${key}'; } else { $a = 'y'; }`,
    ],
    [
      'cases',
      "<?php switch (1) { case 1: $a = 'x'; break; default: $a = 'y'; }",
      { 'a@1 == default': key },
      `<?php switch (1) { case 1: $a = 'x'; break; default: $a = '${key}'; }`,
    ],
    [
      'array items in branches',
      "<?php if (1) { return ['a' => 'x']; } else { return ['a' => 'y']; }",
      { 'a@!1': key },
      `<?php if (1) { return ['a' => 'x']; } else { return ['a' => '${key}']; }`,
    ],
    [
      'the only one, wherever it is',
      "<?php try { foreach ([1] as $x) { $a = 'x'; } } catch (E $e) {}",
      { a: key },
      `<?php try { foreach ([1] as $x) { $a = '${key}'; } } catch (E $e) {}`,
    ],
  ]);

  it.each([
    ['A', '2, 4'],
    ['$a', '1, 1'],
  ])('refuses %s where both have it', (address, lines) => {
    const text = `${both.trimEnd()}`.replace('<?php ', "<?php $a = '1'; while (0) { $a = '2'; } ");
    expect(refusalOf(() => put(php, text, { [address]: key }))).toMatchObject(['entry-duplicate', { lines }]);
  });

  it('adds nothing to a branch', () => {
    expect(refusalOf(() => put(php, both, { 'B@PRODUCTION': key }))[0]).toBe('entry-missing');
    expect(refusalOf(() => put(php, both, { B: key }))[0]).toBe('entry-missing');
  });
});

describe('adds what is missing', () => {
  changes([
    [
      'a constant beside those of its family, not at the end',
      "<?php\ndefine('PAYLINE_MERCHANT_ID', '0');\ndefine('PAYLINE_ENVIRONMENT', 'HOMO');\ndefine('SHOP', 'x');\n",
      { PAYLINE_ACCESS_KEY: key },
      `<?php\ndefine('PAYLINE_MERCHANT_ID', '0');\ndefine('PAYLINE_ENVIRONMENT', 'HOMO');\ndefine('PAYLINE_ACCESS_KEY', '${key}');\ndefine('SHOP', 'x');\n`,
    ],
    [
      'a constant of no family after the last one',
      "<?php\ndefine('SHOP_ID', '0');\ndefine('OTHER', 'x');\n",
      { ACCESSKEY: key },
      `<?php\ndefine('SHOP_ID', '0');\ndefine('OTHER', 'x');\ndefine('ACCESSKEY', '${key}');\n`,
    ],
    [
      'an item of the session beside those of its family',
      "<?php\n$_SESSION['PAYLINE_ID'] = '0';\n$_SESSION['other'] = 'x';\n",
      { PAYLINE_KEY: key },
      `<?php\n$_SESSION['PAYLINE_ID'] = '0';\n$_SESSION['PAYLINE_KEY'] = '${key}';\n$_SESSION['other'] = 'x';\n`,
    ],
    [
      'to defines',
      '<?php\n\tDEFINE( "A" , \'x\' ); // c\n\n$z = 1;\n',
      { B: key },
      `<?php\n\tDEFINE( "A" , 'x' ); // c\n\tDEFINE( "B" , '${key}' );\n\n$z = 1;\n`,
    ],
    [
      'to defines, in double quotes',
      '<?php\ndefine("A","x"); /* c */\n',
      { B: 'a$b' },
      '<?php\ndefine("A","x"); /* c */\ndefine("B","a\\$b");\n',
    ],
    [
      'to defines before a closing tag with spaces',
      "<?php \r\n\tDEFINE('A', 'x'); \r\n?> ",
      { B: key, C: '1' },
      `<?php \r\n\tDEFINE('A', 'x'); \r\n\tDEFINE('B', '${key}');\r\n\tDEFINE('C', '1');\r\n?> `,
    ],
    [
      'to a define on the line of the closing tag',
      "<?php define('A', 'x'); ?>\n",
      { B: key },
      `<?php define('A', 'x');\ndefine('B', '${key}'); ?>\n`,
    ],
    [
      'to a define before a comment that ends PHP',
      "<?php define('A', 'x'); // c ?>\n",
      { B: key },
      `<?php define('A', 'x');\ndefine('B', '${key}'); // c ?>\n`,
    ],
    [
      'to a last line without line end',
      "<?php\nconst A = 'x';",
      { B: key },
      `<?php\nconst A = 'x';\nconst B = '${key}';`,
    ],
    [
      'to a define over several lines',
      "<?php\n  define(\n    'A',\n    'x'\n  );\n",
      { B: key },
      `<?php\n  define(\n    'A',\n    'x'\n  );\n  define(\n    'B',\n    '${key}'\n  );\n`,
    ],
    [
      'to the session, by its full address',
      "<?php\n$_SESSION['A'] = 'x';\n",
      { '$_SESSION.B': key },
      `<?php\n$_SESSION['A'] = 'x';\n$_SESSION['B'] = '${key}';\n`,
    ],
    [
      'to the session, by a plain name',
      '<?php\n$_SESSION["A"]="x";\n',
      { B: key },
      `<?php\n$_SESSION["A"]="x";\n$_SESSION["B"]="${key}";\n`,
    ],
    [
      'to assignments below a variable',
      "<?php\n$c['p']['a'] = 'x';\n$c['q']['a'] = 'x';\n",
      { '$c.p.b': key },
      `<?php\n$c['p']['a'] = 'x';\n$c['p']['b'] = '${key}';\n$c['q']['a'] = 'x';\n`,
    ],
    [
      'to an array',
      "<?php\nreturn array(\n    \"a\" => 'x', // c\n    'b' => 1\n);\n",
      { c: key },
      `<?php\nreturn array(\n    "a" => 'x', // c\n    'b' => 1,\n    "c" => "${key}"\n);\n`,
    ],
    [
      'to an array with a last comma',
      "<?php\r\nreturn [\r\n  'p' => [\r\n    'a' => 'x',\r\n  ],\r\n];\r\n",
      { 'p.b': key },
      `<?php\r\nreturn [\r\n  'p' => [\r\n    'a' => 'x',\r\n    'b' => '${key}',\r\n  ],\r\n];\r\n`,
    ],
    [
      'to an array in one line',
      "<?php $c = ['a' => 'x'];",
      { '$c.b': key },
      `<?php $c = ['a' => 'x', 'b' => '${key}'];`,
    ],
    ['to an empty array', '<?php return [];', { a: key }, `<?php return ['a' => '${key}'];`],
    [
      'with its parents, as the file writes arrays',
      "<?php return array('a' => 'x');",
      { 'p.q.b': key, 'p.q.c': '1' },
      `<?php return array('a' => 'x', 'p' => array('q' => array('b' => '${key}', 'c' => '1')));`,
    ],
    [
      'a text that needs escapes',
      "<?php\ndefine('A', 'x');\nreturn;",
      { B: "it's \\\n" },
      "<?php\ndefine('A', 'x');\ndefine('B', \"it's \\\\\\x0a\");\nreturn;",
    ],
    [
      'outside of branches',
      "<?php\ndefine('A', 'x');\nif (A) { define('B', 'y'); }\n",
      { C: key },
      `<?php\ndefine('A', 'x');\ndefine('C', '${key}');\nif (A) { define('B', 'y'); }\n`,
    ],
    [
      'outside of branches, where that is said',
      "<?php\ndefine('A', 'x');\n",
      { 'C@': key },
      `<?php\ndefine('A', 'x');\ndefine('C', '${key}');\n`,
    ],
  ]);

  it('leaves out what is optional', () => {
    expect(put(php, "<?php define('A', 'x');", { B: key }, { optional: true })).toBe(
      "<?php define('A', 'x');",
    );
  });
});

describe('refuses', () => {
  const dollar = '$';
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    ['a heredoc', '<?php $a = <<<T\nold\nT;', 'a', 'entry-not-literal', { line: 1 }],
    ['a nowdoc', "<?php\n$a = <<<'T'\nold\nT;", 'a', 'entry-not-literal', { line: 2 }],
    ['an interpolation', `<?php $a = "${dollar}b";`, 'a', 'entry-not-literal', { line: 1 }],
    ['a sum of texts', "<?php $a = 'b' . 'c';", 'a', 'entry-not-literal', { line: 1 }],
    ['a binary text', "<?php $a = b'c';", 'a', 'entry-not-literal', { line: 1 }],
    [
      'a constant of a class',
      "<?php\nuse Payline\\Env;\nreturn [\n'environment' => Env::HOMO];",
      'environment',
      'entry-not-literal',
      { line: 4 },
    ],
    ['a choice', "<?php $a = PRODUCTION ? 'b' : 'c';", 'a', 'entry-not-literal', { line: 1 }],
    ['an array', "<?php\nreturn ['p' => ['a' => 'b']];", 'p', 'entry-not-literal', { line: 2 }],
    [
      "env('A')",
      "<?php return ['a' => env('PAYLINE_KEY', 'b')];",
      'a',
      'entry-in-environment',
      { variable: 'PAYLINE_KEY' },
    ],
    [
      'getenv("A")',
      '<?php $a = \\getenv("PAYLINE_KEY");',
      'a',
      'entry-in-environment',
      { variable: 'PAYLINE_KEY' },
    ],
    [
      "getenv('A') ?: 'b'",
      "<?php $a = getenv('PAYLINE_KEY') ?: 'b';",
      'a',
      'entry-in-environment',
      { variable: 'PAYLINE_KEY' },
    ],
    [
      "$_ENV['A'] ?? 'b'",
      "<?php $a = $_ENV['PAYLINE_KEY'] ?? 'b';",
      'a',
      'entry-in-environment',
      { variable: 'PAYLINE_KEY' },
    ],
    [
      'two defines',
      "<?php\ndefine('A', 'x');\ndefine('A', 'y');\n",
      'A',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'a define and a variable of one name',
      "<?php\ndefine('A', 'x');\n$A = 'y';\n",
      'A',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'two keys of an array',
      "<?php return [\n'a' => 'x',\n'a' => 'y'];",
      'a',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'two keys that PHP counts as one',
      "<?php return [\n5 => 'x',\n'5' => 'y'];",
      '[5]',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'an array that another one hides',
      "<?php return [\n'p' => ['a' => 'x'],\n'p' => ['b' => 'y']];",
      'p.a',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'an array that is assigned again',
      "<?php\n$c = ['a' => 'x'];\n$c['b'] = 'y';\n$c = [];\n",
      '$c.a',
      'entry-duplicate',
      { lines: '2, 4' },
    ],
    [
      'an assignment that a later array removes',
      "<?php\n$c['a'] = 'x';\n$c = ['b' => 'y'];\n",
      '$c.a',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    [
      'to add to a guarded define',
      "<?php if (!defined('A')) { define('A', 'x'); }",
      'B',
      'entry-missing',
      { address: 'B' },
    ],
    [
      'to add to a define after or',
      "<?php defined('A') or define('A', 'x');",
      'B',
      'entry-missing',
      { address: 'B' },
    ],
    [
      'to add to two constants in one statement',
      "<?php const A = 'x', B = 'y';",
      'C',
      'entry-missing',
      { address: 'C' },
    ],
    [
      'to add to named arguments in another order',
      "<?php define(value: 'x', constant_name: 'A');",
      'B',
      'entry-missing',
      { address: 'B' },
    ],
    [
      'to add to a statement that a tag ends',
      "<?php define('A', 'x') ?>",
      'B',
      'entry-missing',
      { address: 'B' },
    ],
    [
      'to add to defines or to the session',
      "<?php define('A', 'x'); $_SESSION['B'] = 'y';\nreturn [];",
      'C',
      'entry-missing',
      { address: 'C' },
    ],
    ['to add to a list', "<?php return ['x'];", 'a', 'entry-missing', { address: 'a' }],
    [
      'an item with an unknown position',
      "<?php return [...$a, 'x'];",
      '[1]',
      'entry-missing',
      { address: '[1]' },
    ],
    ['a file without PHP', 'A=1', 'A', 'entry-missing', { address: 'A' }],
    ['an invalid name', "<?php define('A', 'x');", 'A..B', 'address-malformed', { format: 'PHP' }],
    ['a broken file', "<?php\ndefine('A', 'x'\n", 'A', 'file-unparsable', { line: 3, format: 'PHP' }],
    ['a text that does not end', "<?php\n$a = 'x;\n", 'a', 'file-unparsable', { format: 'PHP' }],
    [
      'deep nesting',
      `<?php return ${'['.repeat(50_000)}${']'.repeat(50_000)};`,
      'a',
      'file-unparsable',
      { line: 1 },
    ],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(php, text, { [address]: key }))).toMatchObject([code, params]);
  });

  it('half a surrogate pair', () => {
    const text = Buffer.from("<?php $a = 'x';");
    const refused = refusalOf(() =>
      rewrite(php, text, assignments({ a: '\ud83d' }), { file: 'the-file', dialect: undefined }),
    );
    expect(refused[0]).toBe('value-unrepresentable');
  });

  it('without quoting what the file says', () => {
    const canary = 'Qw8ErTy5UiOpAs2DfGh1';
    const texts = [`<?php $a = '${canary}`, `<?php $a = ${canary}(`, `<?php $a = b'${canary}';`];
    for (const text of texts) {
      expect(JSON.stringify(refusalOf(() => put(php, text, { a: key })))).not.toContain(canary);
    }
  });
});
