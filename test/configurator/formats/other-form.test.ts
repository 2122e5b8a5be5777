import { describe, expect, it, vi } from 'vitest';
import { env } from '../../../configurator/formats/env/env.ts';
import { ini } from '../../../configurator/formats/ini/ini.ts';
import { json } from '../../../configurator/formats/json/json.ts';
import { php } from '../../../configurator/formats/php/php.ts';
import { properties } from '../../../configurator/formats/properties/properties.ts';
import { python } from '../../../configurator/formats/python/python.ts';
import { script } from '../../../configurator/formats/script/script.ts';
import { toml } from '../../../configurator/formats/toml/toml.ts';
import { xml } from '../../../configurator/formats/xml/xml.ts';
import { yaml } from '../../../configurator/formats/yaml/yaml.ts';
import { refusalOf } from './assign.ts';
import { put } from './rewriting.ts';

vi.setConfig({ testTimeout: 60_000 });

const key = 'Zq7RtY2uPw9LkXc4VbN8';

describe('.NET ignores case and how names are joined', () => {
  const file = 'src/Shop/appsettings.Production.json';
  const flat = '{\n  "Payline:MerchantId": "0",\n  "Payline:AccessKey": "old"\n}\n';
  const nested = '{\n  "Payline": {\n    "MerchantId": "1",\n    "AccessKey": "old"\n  }\n}\n';

  it.each([
    ['Payline.AccessKey', flat],
    ['payline:accesskey', flat],
    ['payline.accessKey', nested],
    ['Payline:AccessKey', nested],
    ['PAYLINE.ACCESSKEY', nested],
  ])('so that %s is the entry that is there', (address, text) => {
    expect(put(json, text, { [address]: key }, { file })).toBe(text.replace('old', key));
  });

  it('and a new name goes into the existing section', () => {
    const text = '{\n  "Payline": {\n    "MerchantId": "1"\n  }\n}\n';
    const after = `{\n  "Payline": {\n    "MerchantId": "1",\n    "accessKey": "${key}"\n  }\n}\n`;
    expect(put(json, text, { 'payline.accessKey': key }, { file })).toBe(after);
    expect(put(json, text, { 'payline:accessKey': key }, { file })).toBe(after);
  });

  it('and two that it cannot tell apart are refused', () => {
    const text = '{\n  "Payline:AccessKey": "a",\n  "payline": { "accessKey": "b" }\n}\n';
    const [code, { lines }] = refusalOf(() => put(json, text, { 'Payline.AccessKey': key }, { file }));
    expect([code, lines]).toEqual(['entry-duplicate', '2, 3']);
  });
});

describe('adds nothing beside a name that is the same to some readers', () => {
  it.each([
    [
      'JSON, case',
      json,
      '{\n  "Payline": {\n    "AccessKey": "x"\n  }\n}\n',
      'payline.accessKey',
      3,
      'Payline.AccessKey',
    ],
    [
      'JSON, case of a section',
      json,
      '{\n  "Payline": {\n    "a": "x"\n  }\n}\n',
      'payline.key',
      2,
      'Payline.key',
    ],
    ['JSON, a colon', json, '{\n  "Payline:Key": "x"\n}\n', 'Payline.Key', 2, 'Payline:Key'],
    ['YAML, dashes', yaml, 'payline:\n  access-key: x\n', 'payline.accessKey', 2, 'payline.access-key'],
    ['YAML, case', yaml, 'a: 1\nPayline:\n  id: x\n', 'payline.key', 3, 'Payline.key'],
    [
      'TOML, underscores',
      toml,
      '[payline]\naccess_key = "x"\n',
      'payline.access-key',
      2,
      'payline.access_key',
    ],
    [
      'properties, dashes',
      properties,
      'payline.access-key=x\n',
      'payline.accessKey',
      1,
      'payline.access-key',
    ],
    ['INI, a section', ini, '[Payline]\nid = 1\n', 'payline.key', 1, 'Payline.key'],
    ['.env, case', env, 'payline_access_key=x\n', 'PAYLINE_ACCESS_KEY', 1, 'payline_access_key'],
    ['INI, a list', ini, '[www]\nuser = x\nenv[KEY] = old\n', 'KEY', 3, 'www.env.KEY'],
    [
      'YAML, a list of Kubernetes',
      yaml,
      'env:\n  - name: A\n    value: x\n  - name: KEY\n    value: old\n',
      'KEY',
      5,
      'env[1].value',
    ],
    ['JSON, a list of ECS', json, '{"env": [{"name": "KEY", "value": "old"}]}', 'KEY', 1, 'env[0].value'],
    ['XML, an attribute', xml, '<payline key="old"/>\n', 'payline.key', 1, 'payline/@key'],
    [
      'XML, case of a key',
      xml,
      '<c>\n<add key="paykey" value="old"/>\n</c>\n',
      'c.add[@key="PayKey"]/@value',
      2,
      'c.add[@key="paykey"]/@value',
    ],
    ['Python, a class', python, "ID = '1'\nclass Config:\n    KEY = 'old'\n", 'KEY', 3, 'Config.KEY'],
    ['Python, the environment', python, "ID = '1'\nos.environ['KEY'] = 'old'\n", 'KEY', 2, 'os.environ.KEY'],
    ['Python, a dictionary', python, "ID = '1'\nP = {'KEY': 'old'}\n", 'KEY', 2, 'P.KEY'],
  ] as const)('%s', (_title, format, text, address, line, found) => {
    const refusal = refusalOf(() => put(format, text, { [address]: key }));
    expect(refusal).toEqual(['entry-other-address', { file: 'some.file', line, address, found }]);
    // The address that it names works.
    expect(put(format, text, { [found]: key })).toContain(key);
  });

  it.each([
    ['a call', "ID = '1'\nos.environ.setdefault('KEY', 'old')\n", 'KEY', 2],
    ['a keyword', "ID = '1'\napp.config.update(\n  KEY='old')\n", 'KEY', 3],
    ['a dictionary of a call', "ID = '1'\nsetup({'payline': {'key':\n  'old'}})\n", 'payline.key', 3],
    ['a function', "ID = '1'\ndef f(config):\n  config.KEY = 'old'\n", 'KEY', 3],
    ['a dictionary that is filled later', "P = {}\nP.update({'KEY': 'old'})\n", 'P.KEY', 2],
    ['a dictionary of keywords', "ID = '1'\nP = dict(KEY='old')\n", 'P.KEY', 2],
    ['what a function returns', "ID = '1'\ndef f():\n  return {'KEY': 'old'}\n", 'KEY', 3],
  ])('nor beside one that no address reaches: Python, %s', (_title, text, address, line) => {
    const refusal = refusalOf(() => put(python, text, { [address]: key }));
    expect(refusal).toEqual(['entry-other-form', { file: 'some.file', line, address }]);
  });

  it.each([
    [
      'PHP, a parameter that is a property',
      php,
      "<?php\nclass P {\n  function __construct(public $KEY = 'old') {}\n}\n",
      'KEY',
      3,
    ],
    ['PHP, several variables at once', php, "<?php\n[$ID, $KEY] = ['1', 'old'];\n", 'KEY', 2],
    [
      'TypeScript, what a function gives',
      script,
      "export default () => ({\n  p: { KEY: 'old' },\n});\n",
      'default.p.KEY',
      2,
    ],
    ['.env, as fish has it', env, 'A=1\nset -x KEY old\n', 'KEY', 2],
    ['.env, as csh has it', env, 'setenv KEY old\n', 'KEY', 1],
    ['a unit of systemd', ini, '[Service]\nEnvironment=A=1\nEnvironment="KEY=old"\n', 'Service.KEY', 3],
    ['uWSGI', ini, '[uwsgi]\nenv = KEY=old\n', 'KEY', 2],
    ['a list of YAML', yaml, 'args:\n  - A=1\n  - KEY=old\n', 'KEY', 3],
  ] as const)('nor to %s, where a value says the name', (_title, format, text, address, line) => {
    const refusal = refusalOf(() => put(format, text, { [address]: key }));
    expect(refusal).toEqual(['entry-other-form', { file: 'some.file', line, address }]);
  });

  it('nor beside a name that a TypeScript namespace declares', () => {
    const text = "export namespace P {\n  export const KEY = 'old';\n}\n";
    const refusal = refusalOf(() => put(script, text, { 'P.KEY': key }, { file: 'a.ts' }));
    expect(refusal).toEqual(['entry-other-form', { file: 'a.ts', line: 2, address: 'P.KEY' }]);
  });

  it('but does beside a name that is only read', () => {
    const text = "ID = os.environ.get('KEY', 'x')\nOTHER = 'x'\n";
    expect(put(python, text, { KEY: key })).toBe(`${text}KEY = '${key}'\n`);
  });
});

it('writes the environment of a php-fpm pool in the file’s own notation', () => {
  const text = '[www]\nuser = www-data\nenv[PAYLINE_ACCESS_KEY] = old\n';
  const after = `[www]\nuser = www-data\nenv[PAYLINE_ACCESS_KEY] = ${key}\n`;
  for (const address of [
    'env[PAYLINE_ACCESS_KEY]',
    'www.env[PAYLINE_ACCESS_KEY]',
    'env.PAYLINE_ACCESS_KEY',
  ]) {
    expect(put(ini, text, { [address]: key })).toBe(after);
  }
});

describe('adds nothing to a file that parses as properties only because every text does', () => {
  it.each([
    ['nginx', 'nginx.conf', 'a=b\nlocation / {\n    fastcgi_param KEY "old";\n}\n', 2],
    ['an assignment of a program', 'x.go', 'package main\n', 1],
    ['a statement', 'x.conf', 'set a=b;\n', 1],
  ])('%s', (_title, file, text, line) => {
    const refusal = refusalOf(() => put(properties, text, { PAYLINE_ACCESS_KEY: key }, { file }));
    expect(refusal).toEqual(['file-other-format', { file, line, format: 'Java properties' }]);
  });

  it('nor removes quotes that belong to another format', () => {
    const text = 'payline_access_key = "old"\n';
    const refusal = refusalOf(() =>
      put(properties, text, { payline_access_key: key }, { file: 'terraform.tfvars' }),
    );
    expect(refusal[0]).toBe('file-other-format');
    const own = { file: 'a.properties' };
    expect(put(properties, text, { payline_access_key: key }, own)).toBe(`payline_access_key = ${key}\n`);
  });
});
