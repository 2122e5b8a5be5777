import { describe, expect, it, vi } from 'vitest';
import { php } from '../../../../configurator/formats/php/php.ts';
import { refusalOf } from '../assign.ts';
import { hardValues } from '../hard-values.ts';
import { randomValues } from '../lookalikes.ts';
import { type PhpReading, php as runPhp } from '../readers/php.ts';
import { put, readAll } from '../rewriting.ts';

// PHP is started and thousands of values are read, which takes seconds, and longer on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Form = readonly [title: string, text: string, address: string, read: (left: PhpReading) => unknown];

const member = (name: string, of: unknown) => (of as Readonly<Record<string, unknown>> | undefined)?.[name];

/** Where a value is, and where PHP has it once the file has run. */
const forms: readonly Form[] = [
  [
    'a constant of a class',
    "<?php\ndefine('X', 'y');\nclass Settings\n{\n    final public const KEY = 'old';\n}\n",
    'Settings.KEY',
    ({ classes }) => member('KEY', classes['Settings']),
  ],
  [
    'a constant of an enumeration, addressed as PHP does',
    "<?php\nenum E: string { const KEY = 'old'; case A = 'a'; }\n",
    'E::KEY',
    ({ classes }) => member('KEY', classes['E']),
  ],
  [
    'a public property',
    "<?php\nclass JConfig {\n\tpublic $a = true;\n\tpublic $secret = 'old';\n}\n",
    'JConfig.secret',
    ({ classes }) => member('secret', classes['JConfig']),
  ],
  [
    'a typed static property in a namespace',
    '<?php\nnamespace Shop;\nabstract class Cfg { protected static ?string $key = "old"; }\n',
    'Cfg.$key',
    ({ classes }) => member('key', classes['Shop\\Cfg']),
  ],
  [
    'an item of a constant of a class',
    "<?php class Cfg { const PAYLINE = ['id' => '1', 'key' => 'old']; }",
    'Cfg.PAYLINE.key',
    ({ classes }) => member('key', member('PAYLINE', classes['Cfg'])),
  ],
  [
    "CakePHP's Configure::write",
    "<?php\nConfigure::write('debug', 0);\nConfigure::write('Payline.accessKey', 'old');\n",
    'Payline.accessKey',
    ({ configured }) => configured['Payline.accessKey'],
  ],
  [
    'an array given to Configure::write',
    "<?php\nConfigure::write('Payline', array('id' => '1', 'accessKey' => 'old'));\n",
    'Payline.accessKey',
    ({ configured }) => member('accessKey', configured['Payline']),
  ],
  [
    'putenv',
    "<?php\nputenv('PAYLINE_ID=1');\nputenv('KEY=old');\n",
    'KEY',
    ({ environment }) => environment['KEY'],
  ],
  [
    'putenv in double quotes',
    '<?php\nputenv("KEY=old");\n',
    'putenv.KEY',
    ({ environment }) => environment['KEY'],
  ],
  [
    'a property of an object',
    "<?php\n$CFG = new stdClass();\n$CFG->other = 'x';\n$CFG->paylinekey = 'old';\n",
    '$CFG->paylinekey',
    ({ variables }) => member('paylinekey', variables['CFG']),
  ],
  [
    'the last array of array_merge',
    "<?php\nreturn array_merge([], [\n    'payline' => ['accessKey' => 'old'],\n]);\n",
    'payline.accessKey',
    ({ returned }) => member('accessKey', member('payline', returned)),
  ],
  [
    'the first of two arrays that a plus joins',
    "<?php\n$base = ['key' => 'base'];\nreturn ['key' => 'old'] + $base;\n",
    'key',
    ({ returned }) => member('key', returned),
  ],
  [
    'an array that a closure returns',
    "<?php\nreturn static function (): array {\n    return ['payline' => ['key' => 'old']];\n};\n",
    'payline.key',
    ({ returned }) => member('key', member('payline', returned)),
  ],
  [
    'an array that an arrow function gives',
    "<?php return fn () => ['key' => 'old'];",
    'key',
    ({ returned }) => member('key', returned),
  ],
  [
    "a parameter of Symfony's container",
    "<?php\nreturn function ($container) {\n    $container->parameters()\n        ->set('payline.id', '1')\n        ->set('payline.access_key', 'old');\n};\n",
    'payline.access_key',
    ({ returned }) => member('payline.access_key', returned),
  ],
  [
    "an extension of Symfony's container",
    "<?php\nreturn function ($container) {\n    $container->extension('payline', ['access_key' => 'old']);\n};\n",
    'payline.access_key',
    ({ returned }) => member('access_key', member('payline', returned)),
  ],
  [
    'a variable that the file returns',
    "<?php\n$config = ['payline' => ['key' => 'old']];\nreturn $config;\n",
    'payline.key',
    ({ returned }) => member('key', member('payline', returned)),
  ],
];

describe.each(forms)('%s', (_title, text, address, read) => {
  it('is read, and written as PHP reads it back', () => {
    expect(readAll(php, text).filter(({ value }) => value === 'old')).toHaveLength(1);
    const [left] = runPhp([put(php, text, { [address]: key })]);
    expect(left && read(left)).toBe(key);
  });

  it('can contain every value', () => {
    const values = [...hardValues, ...randomValues(20).filter((value) => !value.includes('\0'))];
    const written = runPhp(values.map((value) => put(php, text, { [address]: value })));
    expect(written.map((left) => left && read(left))).toEqual(values);
  });
});

describe('adds', () => {
  it.each([
    [
      'a variable beside those of its family',
      "<?php\n$payline_id = '1';\n$other = 'x';\n",
      { payline_key: key },
      `<?php\n$payline_id = '1';\n$payline_key = '${key}';\n$other = 'x';\n`,
    ],
    [
      'a variable by its own sign',
      "<?php\n$a = 'x';\n",
      { $key: key },
      `<?php\n$a = 'x';\n$key = '${key}';\n`,
    ],
    [
      'a constant to a class',
      "<?php\nclass Cfg\n{\n    const ID = '1';\n    public $other = 'x';\n}\n",
      { 'Cfg.KEY': key },
      `<?php\nclass Cfg\n{\n    const ID = '1';\n    const KEY = '${key}';\n    public $other = 'x';\n}\n`,
    ],
    [
      'a property to a class of properties',
      "<?php\nclass JConfig {\n\tpublic $id = '1';\n}\n",
      { 'JConfig.key': key },
      `<?php\nclass JConfig {\n\tpublic $id = '1';\n\tpublic $key = '${key}';\n}\n`,
    ],
    [
      'a property to an object',
      "<?php\n$CFG = new stdClass();\n$CFG->id = '1';\n",
      { '$CFG.key': key },
      `<?php\n$CFG = new stdClass();\n$CFG->id = '1';\n$CFG->key = '${key}';\n`,
    ],
    [
      'an item to the last array of array_merge',
      "<?php\nreturn array_merge([], [\n    'id' => '1',\n]);\n",
      { key },
      `<?php\nreturn array_merge([], [\n    'id' => '1',\n    'key' => '${key}',\n]);\n`,
    ],
    [
      'an item to a variable that the file returns',
      "<?php\n$config = ['id' => '1'];\nreturn $config;\n",
      { key },
      `<?php\n$config = ['id' => '1', 'key' => '${key}'];\nreturn $config;\n`,
    ],
  ])('%s', (_title, text, set, after) => {
    expect(put(php, text, set)).toBe(after);
    expect(runPhp([after])[0], 'PHP runs what was written').toBeDefined();
  });
});

describe('adds nothing beside a name that exists in another form', () => {
  const define = "<?php\ndefine('APP_ENV', 'prod');\n";
  it.each([
    ['of a class', `${define}class S {\n    const KEY = 'old';\n}\n`, 'KEY', 4, 'S.KEY'],
    ['a property', `${define}class S {\n    public static $KEY = 'old';\n}\n`, 'KEY', 4, 'S.$KEY'],
    ['in an object', `${define}$CFG->KEY = 'old';\n`, 'KEY', 3, '$CFG.KEY'],
    ['in a variable', "<?php\n$c = ['payline' => ['key' => 'old']];\n", 'payline.key', 2, '$c.payline.key'],
    ['deeper in what the file returns', "<?php return ['p' => ['key' => 'old']];", 'key', 1, 'p.key'],
  ])('%s: its address is named', (_title, text, address, line, found) => {
    const refusal = ['entry-other-address', { file: 'some.file', line, address, found }];
    expect(refusalOf(() => put(php, text, { [address]: key }))).toEqual(refusal);
    expect(put(php, text, { [found]: key })).toBe(text.replace('old', key));
  });

  it.each([
    ['in a function', `${define}function f() {\n    putenv('KEY=old');\n}\n`, 'KEY', 4],
    ['in a call', `${define}Config::set('payline.key', 'old');\n`, 'payline.key', 3],
    ['in an array of a call', `${define}Config::set('payline', ['key' => 'old']);\n`, 'payline.key', 3],
    ['in an array of a function', `${define}setUp(['payline' => [\n  'key' => 'old']]);\n`, 'payline.key', 4],
    ['in a closure that is called', `${define}$a(function () {\n  $_ENV['KEY'] = 'old';\n});\n`, 'KEY', 4],
    ['in an anonymous class', `${define}return new class {\n  const KEY = 'old';\n};\n`, 'KEY', 4],
    ['in a method', `${define}class S {\n  function f() { $this->KEY = 'old'; }\n}\n`, 'KEY', 4],
  ])('%s: its line is named', (_title, text, address, line) => {
    const refusal = ['entry-other-form', { file: 'some.file', line, address }];
    expect(refusalOf(() => put(php, text, { [address]: key }))).toEqual(refusal);
  });

  it('but a mere read of a name is not such a form', () => {
    const text = "<?php\ndefine('A', getenv('KEY'));\ndefine('B', env('KEY', 'x'));\ndefine('C', 'x');\n";
    expect(put(php, text, { KEY: key })).toBe(`${text}define('KEY', '${key}');\n`);
  });
});

describe('refuses', () => {
  it.each([
    [
      'an array of array_merge that an unknown one comes after',
      "<?php return array_merge(['key' => 'old'], require 'x.php');",
      'key',
      'entry-not-literal',
    ],
    [
      'the second array of a plus, which the first overrides',
      "<?php return $base + ['key' => 'old'];",
      'key',
      'entry-not-literal',
    ],
    [
      'a name that two arrays have',
      "<?php return array_merge(['key' => 'old'], ['key' => 'older']);",
      'key',
      'entry-duplicate',
    ],
    [
      'a property that the constructor sets',
      "<?php class S { public $key = 'old'; function __construct() { $this->key = f(); } }",
      'S.key',
      'entry-duplicate',
    ],
    [
      'a constant and a property of one name',
      "<?php class S { const k = 'a'; public $k = 'b'; }",
      'S.k',
      'entry-duplicate',
    ],
    ['putenv of what is computed', "<?php putenv('KEY=' . f());", 'KEY', 'entry-not-literal'],
    [
      'two classes',
      "<?php class A { const K = 'a'; } class B { const K = 'b'; }",
      'K',
      'entry-other-address',
    ],
  ])('%s', (_title, text, address, code) => {
    expect(refusalOf(() => put(php, text, { [address]: key }))[0]).toBe(code);
  });
});
