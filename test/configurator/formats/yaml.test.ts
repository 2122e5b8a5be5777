import { describe, expect, it } from 'vitest';
import { yaml } from '../../../configurator/formats/yaml/yaml.ts';
import { refusalOf } from './assign.ts';
import { type Circumstances, put, readAll } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

describe('replaces a value', () => {
  const cases: readonly Case[] = [
    ['in double quotes', 'a: "old" # c\nb: 1\n', { a: key }, `a: "${key}" # c\nb: 1\n`],
    ['in single quotes', "a: 'old'\n", { a: "it's" }, "a: 'it''s'\n"],
    ['in single quotes that cannot hold it', "a: 'old'\n", { a: 'two\nlines' }, 'a: "two\\nlines"\n'],
    ['plain, where it stays a text', 'a: old\n', { a: key }, `a: ${key}\n`],
    ['plain, where readers would make a number of it', 'a: old\n', { a: '00123' }, 'a: "00123"\n'],
    ['plain, that YAML 1.1 takes for a boolean', 'a: old\n', { a: 'yes' }, 'a: "yes"\n'],
    ['a number that would lose its zeros later', 'a: 123\n', { a: '123' }, 'a: "123"\n'],
    ['a boolean, by a boolean', 'a: false\nb: no\n', { a: 'true', b: 'true' }, 'a: true\nb: true\n'],
    ['over several lines', 'a: "one\n  two"\nb: 1\n', { a: key }, `a: "${key}"\nb: 1\n`],
    ['with a tab before it', 'a:\told\n', { a: key }, `a:\t${key}\n`],
    ['in a flow mapping', '{a: old, b: [1, 2]}\n', { a: key }, `{a: ${key}, b: [1, 2]}\n`],
    ['in a flow mapping, with its signs', '{a: old}\n', { a: 'a,b}' }, '{a: "a,b}"}\n'],
    ['of a sequence', '- old\n- b\n', { '[0]': key }, `- ${key}\n- b\n`],
    ['under a sequence', 'l:\n- a: old\n  b: 1\n', { 'l[0].a': key }, `l:\n- a: ${key}\n  b: 1\n`],
    ['under an explicit key', '? a\n: old\n', { a: key }, `? a\n: ${key}\n`],
    ['in a literal block', 'a: |  # c\n  one\n  two\n\nb: 1\n', { a: key }, `a: "${key}"  # c\n\nb: 1\n`],
    ['in a folded block with indicators', 'a: >2-\n   one\nb: 1\n', { a: key }, `a: "${key}"\nb: 1\n`],
    ['in a block at the end', 'a: |-\r\n  one\r\n', { a: key }, `a: "${key}"\r\n`],
    ['with an anchor, where it is named', 'a: &x old\nb: *x\n', { a: key }, `a: &x ${key}\nb: *x\n`],
    ['with the tag of texts', 'a: !!str 12\n', { a: '13' }, 'a: !!str "13"\n'],
    ['with the tag of bytes', 'a: !!binary b2xk\n', { a: 'new' }, 'a: !!binary bmV3\n'],
    ['that names no key twice in two documents', 'a: 1\n---\nb: old\n', { b: key }, `a: 1\n---\nb: ${key}\n`],
    ['of the document that is named', 'a: 1\n---\na: old\n', { '---[1].a': key }, `a: 1\n---\na: ${key}\n`],
    ['of a dotted name', 'a.b: "old"\n', { 'a.b': key }, `a.b: "${key}"\n`],
    ['of the quoted one of two', 'a.b: "old"\na: {b: 1}\n', { '"a.b"': key }, `a.b: "${key}"\na: {b: 1}\n`],
    [
      'of names that objects have',
      '__proto__:\n  constructor: old\n',
      { '__proto__.constructor': key },
      `__proto__:\n  constructor: ${key}\n`,
    ],
    ['with CR LF and no final line end', 'a: "old"\r\nb: 1', { a: key }, `a: "${key}"\r\nb: 1`],
    [
      'after a directive',
      '%YAML 1.1\n---\na: "old"\n...\n',
      { a: key },
      `%YAML 1.1\n---\na: "${key}"\n...\n`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(yaml, before, set)).toBe(after);
    expect(put(yaml, after, set)).toBe(after);
  });
});

describe('fills an empty place', () => {
  const cases: readonly Case[] = [
    ['before its comment', 'a:   # c\nb: 1\n', { a: key }, `a: "${key}"   # c\nb: 1\n`],
    ['before a comment on the next line', 'a:\n  # c\nb: 1\n', { a: key }, `a: "${key}"\n  # c\nb: 1\n`],
    ['after an anchor', 'a: &x   # c\n', { a: key }, `a: &x "${key}"   # c\n`],
    ['after a tag', 'a: !!str\n', { a: key }, `a: !!str "${key}"\n`],
    ['at the end of the file', 'a:', { a: key }, `a: "${key}"`],
    ['in a flow mapping', '{a: , b, c:}', { a: '1', b: '2', c: '3' }, '{a: "1" , b: "2", c: "3"}'],
    ['of a sequence', '- a\n-\n', { '[1]': key }, `- a\n- "${key}"\n`],
    ['that is null', 'a: ~ # c\n', { a: '12' }, 'a: "12" # c\n'],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(yaml, before, set)).toBe(after);
  });
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    [
      'beside its siblings',
      'p:\n    a: "1" # c\nz: 1\n',
      { 'p.b': key },
      `p:\n    a: "1" # c\n    b: "${key}"\nz: 1\n`,
    ],
    ['in the quotes of its siblings', "a: '1'\n", { b: key }, `a: '1'\nb: '${key}'\n`],
    ['to the end of a file without final line end', 'a: "1"', { b: key }, `a: "1"\nb: "${key}"`],
    ['with CR LF', 'p:\r\n  a: 1\r\n', { 'p.b': key }, `p:\r\n  a: 1\r\n  b: "${key}"\r\n`],
    [
      'with its parents, once',
      'a: 1\n',
      { 'p.q.b': key, 'p.q.c': '1' },
      `a: 1\np:\n  q:\n    b: "${key}"\n    c: "1"\n`,
    ],
    [
      'with the indentation of the file',
      'p:\n    a: 1\nq:\n',
      { 'q.r.b': key },
      `p:\n    a: 1\nq:\n    r:\n        b: "${key}"\n`,
    ],
    ['to an empty file', '', { 'p.b': key }, `p:\n  b: "${key}"\n`],
    ['to a file of comments', '# c\n', { b: key }, `# c\nb: "${key}"\n`],
    ['to an empty document', '---\n# c\n...\n', { b: key }, `---\n# c\nb: "${key}"\n...\n`],
    ['to a lone mark', '---', { b: key }, `---\nb: "${key}"`],
    [
      'to an empty mapping',
      'p:   # c\n  # d\nz: 1\n',
      { 'p.b': key },
      `p:   # c\n  b: "${key}"\n  # d\nz: 1\n`,
    ],
    ['to a null', 'p: ~ # c\nz: 1\n', { 'p.b': key }, `p: # c\n  b: "${key}"\nz: 1\n`],
    ['to empty braces', 'p: {}\n', { 'p.q.b': key }, `p: {q: {b: "${key}"}}\n`],
    ['to a flow mapping', 'p: { a: 1,  b: 2 }\n', { 'p.c': key }, `p: { a: 1,  b: 2,  c: "${key}" }\n`],
    ['after a last comma', 'p: {a: 1, }\n', { 'p.c': key }, `p: {a: 1, c: "${key}", }\n`],
    [
      'to a flow mapping in lines',
      '{\n  "a": 1, # c\n  "b": 2 # d\n}\n',
      { c: key },
      `{\n  "a": 1, # c\n  "b": 2, # d\n  "c": "${key}"\n}\n`,
    ],
    [
      'below a block',
      'p:\n  a: |\n    x\n\nz: 1\n',
      { 'p.b': key },
      `p:\n  a: |\n    x\n  b: "${key}"\n\nz: 1\n`,
    ],
    ['below a block that keeps its line ends', 'a: |+\n  x\n\n', { b: key }, `a: |+\n  x\n\nb: "${key}"\n`],
    ['below a sequence', 'a:\n- x\n- y: 1\n  z:\n', { b: key }, `a:\n- x\n- y: 1\n  z:\nb: "${key}"\n`],
    [
      'in a mapping of a sequence',
      'l:\n  - a: 1\n  - a: 2\n',
      { 'l[0].b': key },
      `l:\n  - a: 1\n    b: "${key}"\n  - a: 2\n`,
    ],
    [
      'beside a merge key',
      'p: &x\n  a: 1\nq:\n  <<: *x\n',
      { 'q.a': key },
      `p: &x\n  a: 1\nq:\n  <<: *x\n  a: "${key}"\n`,
    ],
    [
      'in the only document with its parent',
      'a: 1\n---\np:\n  a: 1\n',
      { 'p.b': key },
      `a: 1\n---\np:\n  a: 1\n  b: "${key}"\n`,
    ],
    [
      'beside the end of the file and inside it',
      'p:\n  a: "1"\n',
      { q: key, 'p.b': key },
      `p:\n  a: "1"\n  b: "${key}"\nq: "${key}"\n`,
    ],
    ['with a name that YAML 1.1 takes for a boolean', 'a: "1"\n', { y: key }, `a: "1"\n"y": "${key}"\n`],
    ['under a dotted parent', 'a.b:\n  c: "1"\n', { 'a.b.d': key }, `a.b:\n  c: "1"\n  d: "${key}"\n`],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(yaml, before, set)).toBe(after);
    expect(put(yaml, after, set)).toBe(after);
  });

  it('leaves out what is optional', () => {
    expect(put(yaml, 'a: "1"\n', { b: key }, { optional: true })).toBe('a: "1"\n');
  });
});

describe('knows which program reads the file', () => {
  const compose: Circumstances = { file: 'deploy/docker-compose.prod.yml' };
  const secret = 'apiVersion: v1\nkind: Secret\ndata:\n  k: b2xk\nstringData:\n  s: old\n';

  it('docker compose: a list of NAME=value, with its dollars doubled', () => {
    const before = 'services:\n  app:\n    environment:\n      - KEY=old # c\n      - PATH\n';
    const after = put(yaml, before, { 'services.app.environment.KEY': 'a$b' }, compose);
    expect(after).toBe('services:\n  app:\n    environment:\n      - "KEY=a$$b" # c\n      - PATH\n');
    expect(readAll(yaml, after, compose)[0]?.value).toBe('a$b');
  });

  it('docker compose: adds to the list', () => {
    const before = 'environment:\n- KEY=old\n';
    expect(put(yaml, before, { 'environment.NEW': key }, compose)).toBe(`${before}- NEW=${key}\n`);
    expect(put(yaml, 'environment: []', { 'environment.NEW': key }, compose)).toBe(
      `environment: ["NEW=${key}"]`,
    );
    expect(put(yaml, 'environment: [A=b]', { 'environment.NEW': key }, compose)).toBe(
      `environment: [A=b, NEW=${key}]`,
    );
  });

  it('docker compose: refuses a value that comes from elsewhere, and names the variable', () => {
    const before = 'environment:\n- KEY\n- OTHER=$VALUE\n';
    const refused = (name: string) =>
      refusalOf(() => put(yaml, before, { [`environment.${name}`]: key }, compose));
    expect(refused('KEY')).toMatchObject(['entry-in-environment', { line: 2, variable: 'KEY' }]);
    expect(refused('OTHER')).toMatchObject(['entry-in-environment', { line: 3, variable: 'VALUE' }]);
  });

  it('Kubernetes: the data of a Secret is base64, its stringData is not', () => {
    const after = put(yaml, secret, { 'data.k': key, 'stringData.s': key, 'data.new': key });
    const packed = Buffer.from(key).toString('base64');
    expect(after).toBe(
      `apiVersion: v1\nkind: Secret\ndata:\n  k: ${packed}\n  new: ${packed}\nstringData:\n  s: ${key}\n`,
    );
    expect(readAll(yaml, after).find(({ address }) => address === 'data.k')?.value).toBe(key);
  });

  it('Kubernetes: also in a list, and in one of several documents', () => {
    const packed = Buffer.from(key).toString('base64');
    const list = (value: string) =>
      `kind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  data: {k: ${value}}\n`;
    expect(put(yaml, list('b2xk'), { 'items[0].data.k': key })).toBe(list(packed));
    const config = 'apiVersion: v1\nkind: ConfigMap\ndata:\n  c: d\n---\n';
    expect(put(yaml, config + secret, { 'data.k': key, 'data.c': 'e' })).toBe(
      config.replace('c: d', 'c: e') + secret.replace('b2xk', packed),
    );
  });

  it('Kubernetes: also where data does not exist yet', () => {
    const after = put(yaml, 'apiVersion: v1\nkind: Secret\n', { 'data.k': 'new' });
    expect(after).toBe('apiVersion: v1\nkind: Secret\ndata:\n  k: bmV3\n');
  });

  it('Symfony: parameters with dotted names', () => {
    const before = 'parameters:\n    payline_config.merchant_id: "XX"\n    payline_config.access_key: "XX"\n';
    const after = put(yaml, before, { 'parameters.payline_config.access_key': key });
    expect(after).toBe(before.replace('access_key: "XX"', `access_key: "${key}"`));
  });

  it('Symfony: names the variable that a value comes from', () => {
    const before = "payline:\n    access_key: '%env(string:PAYLINE_ACCESS_KEY)%'\n";
    expect(refusalOf(() => put(yaml, before, { 'payline.access_key': key }))).toMatchObject([
      'entry-in-environment',
      { line: 2, variable: 'PAYLINE_ACCESS_KEY' },
    ]);
  });

  it.each(['100%', '@service'])('Symfony: refuses %s, which it would not read literally', (value) => {
    const file = 'config/packages/payline.yaml';
    expect(refusalOf(() => put(yaml, 'a: "x"\n', { a: value }, { file }))[0]).toBe('value-unrepresentable');
    expect(put(yaml, 'a: "x"\n', { a: value })).toBe(`a: "${value}"\n`);
  });

  it('prefers the dialect of the project file to that of the file name', () => {
    const read = (circumstances: Circumstances) => readAll(yaml, 'a: "b$$c"\n', circumstances)[0]?.value;
    expect(read({ file: 'compose.yaml' })).toBe('b$c');
    expect(read({ file: 'compose.yaml', dialect: 'yaml' })).toBe('b$$c');
    expect(read({ file: 'other.yaml', dialect: 'compose' })).toBe('b$c');
  });
});

describe('refuses', () => {
  const placeholder = 'a: $' + '{PAYLINE_KEY}\n';
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    ['an alias', 'a: *x\nb: &x v\n', 'a', 'entry-not-literal', { line: 1 }],
    ['a value below an alias', 'b: &x {c: v}\na: *x\n', 'a.c', 'entry-not-literal', { line: 2 }],
    ['a tag of the application', 'z: 1\na: !vault old\n', 'a', 'entry-not-literal', { line: 2 }],
    ['a number by tag', 'a: !!int 3\n', 'a', 'entry-not-literal', { line: 1 }],
    ['a mapping', 'a:\n  b: 1\n', 'a', 'entry-not-literal', { line: 2 }],
    ['a key without a place for a value', '? a\n', 'a', 'entry-not-literal', { line: 1 }],
    ['a placeholder', placeholder, 'a', 'entry-in-environment', { variable: 'PAYLINE_KEY' }],
    ['a key that occurs twice', 'a: 1\nb: 2\na: 3\n', 'a', 'entry-duplicate', { lines: '1, 3' }],
    ['a parent that occurs twice', 'a:\n  b: 1\na:\n  c: 2\n', 'a.c', 'entry-duplicate', { lines: '2, 4' }],
    ['a parent that is also a value', 'a: 1\na:\n  c: 2\n', 'a.c', 'entry-duplicate', { lines: '1, 3' }],
    ['two documents', 'a: 1\n---\na: 2\n', 'a', 'entry-duplicate', { lines: '1, 3' }],
    ['two readings of dots', 'a.b: 1\na:\n  b: 2\n', 'a.b', 'entry-duplicate', { lines: '1, 3' }],
    ['an empty name', 'a: 1\n', 'a..b', 'address-malformed', { address: 'a..b', format: 'YAML' }],
    ['a member of a text', 'a: text\n', 'a.b', 'entry-missing', { address: 'a.b' }],
    ['a missing item', 'a: [1]\n', 'a[1]', 'entry-missing', { address: 'a[1]' }],
    ['a new entry in one of two documents', 'a: 1\n---\nb: 2\n', 'c', 'entry-missing', { address: 'c' }],
    ['a file of one text', 'text\n', 'a', 'entry-missing', { address: 'a' }],
    ['a block that would get a line end', 'a: |\n  x', 'b', 'entry-missing', { address: 'b' }],
    ['a broken file', 'a: 1\nb: [\n', 'a', 'file-unparsable', { line: 3, format: 'YAML' }],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'a.b', 'file-unparsable', { line: 2 }],
    ['a lone CR', 'a: 1\rb: 2\r', 'a', 'file-unparsable', { line: 1 }],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(yaml, text, { [address]: key }))).toMatchObject([code, params]);
  });

  it('without quoting what the file says', () => {
    const canary = 'Qw8ErTy5UiOpAs2DfGh1';
    const texts = [`a: [${canary}`, `a: *${canary}\n`, `a: {b: ${canary}}\n`, `a: ${canary}\na: ${canary}\n`];
    for (const text of texts) {
      expect(JSON.stringify(refusalOf(() => put(yaml, text, { a: key })))).not.toContain(canary);
    }
  });
});

describe('survives', () => {
  const one = { file: 'some.file', dialect: undefined };

  it('a billion laughs: aliases are never followed', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(10)}]`);
    const text = `a0: &a0 "ha"\n${levels.join('\n')}\nkey: "old"\n`;
    expect(put(yaml, text, { key })).toBe(text.replace('old', key));
  });

  it.each(['[', '{a: ', '- ', '? '])('a hundred thousand times "%s"', (opening) => {
    expect(refusalOf(() => yaml.read(opening.repeat(100_000), one))[0]).toBe('file-unparsable');
  });

  it('ten thousand levels of indentation', () => {
    const text = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(refusalOf(() => yaml.read(text, one))[0]).toBe('file-unparsable');
  });

  it('an empty name, a name of spaces, a name of dots', () => {
    const text = '"": "1"\n" ": "2"\n"...": "3"\n"a\\"]": "4"\n';
    const addresses = readAll(yaml, text).map(({ address }) => address);
    const set = Object.fromEntries(addresses.map((address, index) => [address, `new${index}`]));
    expect(put(yaml, text, set)).toBe('"": "new0"\n" ": "new1"\n"...": "new2"\n"a\\"]": "new3"\n');
  });
});
