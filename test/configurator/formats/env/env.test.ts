// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the variables of .env files
import { describe, expect, it } from 'vitest';
import { env } from '../../../../configurator/formats/env/env.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { sampled, times } from '../../../sample.ts';
import { assign, assigned, assignments, refusalOf } from '../assign.ts';
import { thrownBy } from '../rewriting.ts';

const key = 'N2MntObkdIX9cVhzvpU7';

function lines(...list: string[]): string {
  return list.join('\n');
}

describe('an existing value', () => {
  it.each([
    ['without quotes', 'A=1\nKEY=old\nB=2\n', `A=1\nKEY=${key}\nB=2\n`],
    ['in single quotes', "KEY='old'\n", `KEY='${key}'\n`],
    ['in double quotes', 'KEY="old"\n', `KEY="${key}"\n`],
    ['in backticks', 'KEY=`old`\n', `KEY=\`${key}\`\n`],
    ['exported', 'export KEY=old\n', `export KEY=${key}\n`],
    ['with spaces around the sign', '  KEY =  old  \n', `  KEY =  ${key}  \n`],
    ['with a comment after it', 'KEY="old" # note "x"\n', `KEY="${key}" # note "x"\n`],
    ['empty', 'KEY=\nB=2\n', `KEY=${key}\nB=2\n`],
    ['empty, CR LF', 'KEY=\r\nB=2\r\n', `KEY=${key}\r\nB=2\r\n`],
    ['empty, in quotes', "KEY=''\n", `KEY='${key}'\n`],
    ['empty, with a comment', 'KEY= # from the console\n', `KEY=${key} # from the console\n`],
    ['over lines', 'KEY="a\nb"\nB=2\n', `KEY="${key}"\nB=2\n`],
    ['on the last line without its end', 'A=1\r\nKEY=old', `A=1\r\nKEY=${key}`],
    ['after a byte order mark', '\ufeffKEY=old\n', `\ufeffKEY=${key}\n`],
    ['after a colon', 'KEY: old\n', `KEY: ${key}\n`],
  ])('%s is replaced in its place', (_, before, after) => {
    expect(assigned(env, before, { KEY: key })).toBe(after);
    expect(assign(env, after, { KEY: key }).edits).toEqual([]);
  });

  it('is found among names that look alike', () => {
    const before = lines(
      '# KEY=old',
      'A="text',
      'KEY=inside',
      '"',
      'MY_KEY=1',
      'KEYS=2',
      'KEY=old # KEY=old',
      "B='KEY=x'",
    );
    expect(assigned(env, before, { KEY: key })).toBe(before.replace('\nKEY=old #', `\nKEY=${key} #`));
  });

  it('keeps the replacement patterns of JavaScript literally', () => {
    expect(assigned(env, 'KEY=a\nB=c\n', { KEY: "$1$&$`$'$$" })).toBe('KEY="$1$&$`$\'$$"\nB=c\n');
  });

  it('leaves the bytes of another encoding', () => {
    const latin1 = Buffer.from('# clé\nKEY=old\n', 'latin1');
    expect(Buffer.from(assign(env, latin1, { KEY: key }).bytes)).toEqual(
      Buffer.from(`# clé\nKEY=${key}\n`, 'latin1'),
    );
    expect(refusalOf(() => assign(env, latin1, { KEY: 'clé' }))[0]).toBe('value-unrepresentable');
  });
});

describe('a value that is missing', () => {
  it.each([
    ['after its commented placeholder', '#KEY=x\nB=1\n', `#KEY=x\nKEY=${key}\nB=1\n`],
    ['after a placeholder that exports', '# export KEY=\nB=1\n', `# export KEY=\nexport KEY=${key}\nB=1\n`],
    ['at the end', 'A=1\nB=2\n', `A=1\nB=2\nKEY=${key}\n`],
    ['at an end without line end', 'A=1\r\nB=2', `A=1\r\nB=2\r\nKEY=${key}`],
    ['after the last comment', '# only this\n\n', `# only this\nKEY=${key}\n\n`],
    ['in an empty file', '', `KEY=${key}\n`],
    ['in the style of its neighbour', "export A = 'x'\n", `export A = 'x'\nexport KEY = '${key}'\n`],
  ])('is added %s', (_, before, after) => {
    expect(assigned(env, before, { KEY: key })).toBe(after);
  });

  it('joins the variables of its family', () => {
    const before = lines('PAYLINE_MERCHANT_ID="1"', '', '# database', 'DB_HOST=x', '');
    expect(assigned(env, before, { PAYLINE_ACCESS_KEY: key, PAYLINE_ENVIRONMENT: 'HOMO' })).toBe(
      before.replace('"1"', `"1"\nPAYLINE_ACCESS_KEY="${key}"\nPAYLINE_ENVIRONMENT="HOMO"`),
    );
  });

  it('is left out where it is optional', () => {
    const assignment = { address: 'KEY', value: key, field: 'reference', optional: true };
    expect(env.edit('A=1\n', [assignment], { file: '.env', dialect: undefined })).toEqual([]);
  });
});

describe('is refused', () => {
  it.each([
    ['a name that occurs twice', 'KEY=1\nA=2\nKEY=3\n', undefined, 'entry-duplicate', { lines: '1, 3' }],
    ['a string without end', 'A=1\nB="x\n\nKEY=1\n', undefined, 'file-unparsable', { line: 2 }],
    ['a name without value in Symfony', 'A=1\n\nB\n', 'symfony', 'file-unparsable', { line: 3 }],
    ['spaces around the sign in bash', 'A = 1\n', 'bash', 'file-not-plain', { line: 1 }],
    ['CR LF in bash', 'A=1\nKEY=1\r\n', 'bash', 'file-unparsable', { line: 2 }],
    ['a here-document in bash', 'cat <<E\nKEY=1\nE\n', 'bash', 'file-not-plain', { line: 1 }],
    ['a string that nothing closes in bash', "A=1\nKEY='x\n", 'bash', 'file-unparsable', { line: 2 }],
    [
      'a comment that opens a string in phpdotenv',
      '# A="\nKEY=1\n',
      'phpdotenv',
      'file-unparsable',
      { line: 1 },
    ],
    ['a command in bash', 'A=1\nKEY=$(cat key)\n', 'bash', 'entry-not-literal', { line: 2, address: 'KEY' }],
    ['a variable in Compose', 'KEY=${OTHER}\n', 'compose', 'entry-not-literal', { line: 1 }],
    [
      'what a file loaded below may set again',
      'KEY=x\n[ -f .env.local ] && . ./.env.local\n',
      'bash',
      'file-loads-another',
      { line: 2, address: 'KEY' },
    ],
    [
      'the same of direnv',
      'A=1\nKEY=x\nsource_env_if_exists .p\n',
      'bash',
      'file-loads-another',
      { line: 3 },
    ],
    ['to add above a file that is loaded', '# KEY=\nA=1\n. ./b\n', 'bash', 'file-loads-another', { line: 3 }],
    ['to add to lines of an INI', '[a]\nA=1\n', undefined, 'file-other-format', { line: 1 }],
    ['to add to lines of a Dockerfile', 'FROM x\nENV A=1\n', undefined, 'file-other-format', { line: 1 }],
    ['to add to lines of fish', 'set -x A 1\n', undefined, 'file-other-format', { line: 1 }],
    [
      'to add to a file with only commands',
      'user www-data;\nworker_processes 1;\n',
      'bash',
      'file-other-format',
      { line: 1 },
    ],
    ['NUL, as UTF-16 has it', 'A=1\nK\0E\0Y\0=\0', undefined, 'file-encoding', { line: 2 }],
  ])('%s', (_, text, dialect, code, params) => {
    const refusal = refusalOf(() => assign(env, text, { KEY: key }, dialect));
    expect(refusal).toEqual([code, expect.objectContaining({ file: 'the-file', ...params })]);
  });

  it('a name that no variable has', () => {
    const [code, { address }] = refusalOf(() => assign(env, 'A=1\n', { 'payline.key x': key }));
    expect([code, address]).toEqual(['address-malformed', 'payline.key x']);
  });

  it('a value that the dialect cannot hold', () => {
    const refusal = refusalOf(() => assign(env, 'A=1\nKEY=x\n', { KEY: 'two\nlines' }, 'docker'));
    expect(refusal).toEqual([
      'value-unrepresentable',
      { file: 'the-file', line: 2, format: '.env (docker)', field: 'accessKey', address: 'KEY' },
    ]);
  });
});

it('reads names that objects have of their own', () => {
  const after = assigned(env, '__proto__=a\nconstructor=b\n', { toString: key, constructor: key });
  expect(after).toBe(`__proto__=a\nconstructor=${key}\ntoString=${key}\n`);
});

describe('a name without a value', () => {
  const bare = 'PAYLINE_ACCESS_KEY\nPAYLINE_MERCHANT_ID=\n';

  it.each(env.dialects.filter((word) => word !== 'symfony'))('is refused by its line in %s', (dialect) => {
    const set = { PAYLINE_ACCESS_KEY: key, PAYLINE_MERCHANT_ID: '1' };
    const place = { file: 'the-file', line: 1, address: 'PAYLINE_ACCESS_KEY' };
    expect(refusalOf(() => assign(env, bare, set, dialect))).toEqual([
      'entry-in-environment',
      { ...place, variable: 'PAYLINE_ACCESS_KEY' },
    ]);
    expect(assigned(env, bare, { PAYLINE_MERCHANT_ID: '1' }, dialect)).toMatch(
      /^PAYLINE_ACCESS_KEY\n.+=.?1.?\n$/,
    );
  });

  it('is no reason to refuse if another line gives the value', () => {
    expect(assigned(env, 'KEY=old\nexport KEY\n', { KEY: key }, 'bash')).toBe(`KEY=${key}\nexport KEY\n`);
    expect(assigned(env, 'A=1\nexport KEY\n', { KEY: key }, 'bash')).toBe(`A=1\nKEY=${key}\nexport KEY\n`);
    expect(assigned(env, 'KEY\nKEY=old\n', { KEY: key }, 'compose')).toBe(`KEY\nKEY=${key}\n`);
  });
});

it('fills an empty value and adds a line after it, in either order', () => {
  const after = `PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=${key}\n`;
  const set = { PAYLINE_ACCESS_KEY: key, PAYLINE_MERCHANT_ID: '1' };
  expect(assigned(env, 'PAYLINE_MERCHANT_ID=\n', set)).toBe(after);
});

it('adds nothing beside a name that differs by its case', () => {
  expect(refusalOf(() => assign(env, 'A=1\nPayline__AccessKey=x\n', { PAYLINE__ACCESSKEY: key }))).toEqual([
    'entry-other-address',
    { file: 'the-file', line: 2, address: 'PAYLINE__ACCESSKEY', found: 'Payline__AccessKey' },
  ]);
});

describe('a script', () => {
  const block = 'if false; then\n  PAYLINE_ACCESS_KEY=old\nfi\nA=1\n';
  it.each([
    ['a block', block, 1],
    ['a loop', 'A=1\nwhile true; do\nKEY=old\ndone\n', 2],
    ['for', 'for x in a b; do\nKEY=old\ndone\n', 1],
    ['case', 'A=1\ncase x in\nx) KEY=old ;;\nesac\n', 2],
    ['exit', 'A=1\nexit\nKEY=old\n', 2],
    ['return with a status', 'return 0\nKEY=old\n', 1],
    ['return after a test', 'test -f x && return\nKEY=old\n', 1],
    ['a command list that continues', 'false &&\nKEY=old\n', 1],
    ['a function', 'f() {\nKEY=old\n}\n', 1],
    ['a group', 'A=1\n{\nKEY=old\n}\n', 2],
    ['read', 'KEY=old\nread KEY\n', 2],
    ['declare', 'KEY=old\ndeclare +x KEY\n', 2],
    ['a list of arrays', 'KEY=old\nA=(1 2)\n', 2],
    ['two assignments', 'A=1 KEY=old\n', 1],
    ['an unset of the name', 'KEY=old\nA=1\nunset A KEY\n', 3],
    ['an unset before', 'unset KEY\nA=1\n', 1],
  ])('that has %s is refused by that line', (_title, text, line) => {
    expect(refusalOf(() => assign(env, text, { KEY: key, PAYLINE_ACCESS_KEY: key }, 'bash'))).toEqual([
      'file-not-plain',
      { file: 'the-file', line },
    ]);
  });

  it('may contain commands that do not affect its variables', () => {
    const text = 'set -a\nKEY=old\numask 077\nunset OTHER\ntrue && cd /\nset +a\n';
    expect(assigned(env, text, { KEY: key }, 'bash')).toBe(text.replace('old', key));
  });

  it('has no value that it unsets again', () => {
    const context = { file: '.env', dialect: 'bash' };
    const [entry] = env.read('KEY=old\nunset KEY\n', context);
    expect(entry?.value).toBeUndefined();
    expect(env.read('unset KEY\nKEY=old\n', context)[0]?.value).toBe('old');
  });
});

describe('takes time in proportion', () => {
  it('to a large file', () => {
    const names = Array.from(
      { length: times(100_000, 10_000) },
      (_, index) => `NAME_${index}="${"it's ".repeat(18)}"`,
    );
    const text = `${names.join('\n')}\nKEY=old\n`;
    expect(text.length).toBeGreaterThan(times(1e7, 1e6));
    expect(assign(env, text, { KEY: key }).after.endsWith(`\nKEY=${key}\n`)).toBe(true);
  });

  const hostile = [
    '\\',
    "'",
    '"',
    '`',
    "\\'",
    '\\"',
    '#',
    ' ',
    '\n',
    '\r\n',
    '$',
    '=',
    "''",
    '"#',
    "A='\n",
    'A="\\\n',
    ' \t#',
  ];
  it.each(env.dialects)('to repetitions, in dialect %s', (dialect) => {
    for (const piece of sampled(hostile, 5, `what is repeated, ${dialect}`)) {
      for (const opening of ['', 'A=', "A='", 'A="', 'A=`']) {
        const text = `KEY=old\n${opening}${piece.repeat(50_000)}\n`;
        const edit = () => env.edit(text, assignments({ KEY: key }), { file: '.env', dialect });
        const error = thrownBy(edit);
        expect(error === undefined || error instanceof Refusal, String(error)).toBe(true);
      }
    }
  });
});
