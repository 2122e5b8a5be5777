import { chdir, cwd } from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jsonOf, makeSandbox, type Sandbox } from '../../sandbox.ts';

const before = cwd();
let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  chdir(box.project);
});
afterEach(() => {
  chdir(before);
  vi.unstubAllEnvs();
  box.remove();
});

type Tree = Readonly<Record<string, string>>;

/** The result of `cle init --yes --json` for a tree: its files by environment, and each omission by its code. */
async function init(tree: Tree) {
  for (const [file, text] of Object.entries(tree)) box.put(file, text);
  const ran = await box.cle(['init', '--yes', '--json']);
  const { findings = [], passedOver = [] } = jsonOf(ran) as {
    findings?: { file: string; environments: string[]; target: object }[];
    passedOver?: { code: string; params: { file: string } }[];
  };
  return {
    proposed: findings.map(({ file, environments, target }) => ({
      file,
      for: environments.join(','),
      ...target,
    })),
    omitted: Object.fromEntries(passedOver.map(({ code, params }) => [params.file, code])),
  };
}

const pair = 'PAYLINE_MERCHANT_ID=11111111111111\nPAYLINE_ACCESS_KEY=abcdefghijklmnopqrst\n';
const ids = { PAYLINE_MERCHANT_ID: 'merchantId', PAYLINE_ACCESS_KEY: 'accessKey' };
const flag = (homologation: string, production: string) => ({
  field: 'environment',
  homologation,
  production,
});

describe('a file that shows its own environment', () => {
  it.each<[string, string, string, object]>([
    ['PAYLINE_ENVIRONMENT=PROD_CC', '.env', 'production', flag('HOMO_CC', 'PROD_CC')],
    ['PAYLINE_ENVIRONMENT=HOMO_CC', '.env', 'homologation', flag('HOMO_CC', 'PROD_CC')],
    ['PAYLINE_ENVIRONMENT=Production', '.env', 'production', flag('Homologation', 'Production')],
    [
      'PAYLINE_WIDGET=https://payment.cdn.payline.com/cdn/scripts/widget-min.js',
      '.env',
      'production',
      flag(
        'https://homologation-payment.cdn.payline.com/cdn/scripts/widget-min.js',
        'https://payment.cdn.payline.com/cdn/scripts/widget-min.js',
      ),
    ],
    ['PAYLINE_ENV=live', '.env', 'production', flag('test', 'live')],
    ['PAYLINE_MODE=SANDBOX', '.env', 'homologation', flag('SANDBOX', 'PRODUCTION')],
    ['PAYLINE_HOMOLOGATION=false', '.env', 'production', flag('true', 'false')],
    ['PAYLINE_HOMOLOGATION=1', '.env', 'homologation', flag('1', '0')],
    ['PAYLINE_SANDBOX=no', '.env', 'production', flag('yes', 'no')],
    ['PAYLINE_TEST_MODE=True', '.env', 'homologation', flag('True', 'False')],
    ['PAYLINE_LIVE_MODE=true', '.env', 'production', flag('false', 'true')],
    ['PAYLINE_IS_LIVE=off', '.env', 'homologation', flag('off', 'on')],
    ['PAYLINE_PRODUCTION=TRUE', '.env', 'production', flag('FALSE', 'TRUE')],
    [
      'PAYLINE_API_BASE=https://api.retail.monext.com/v1',
      '.env',
      'production',
      flag('https://api-sandbox.retail.monext.com/v1', 'https://api.retail.monext.com/v1'),
    ],
    [
      'PAYLINE_WSDL=https://homologation.payline.com/V4/services/DirectPaymentAPI?wsdl',
      '.env',
      'homologation',
      flag(
        'https://homologation.payline.com/V4/services/DirectPaymentAPI?wsdl',
        'https://services.payline.com/V4/services/DirectPaymentAPI?wsdl',
      ),
    ],
  ])('%s', async (line, file, environment, words) => {
    expect(await init({ [file]: `${pair}${line}\n` })).toEqual({
      proposed: [{ file, for: environment, set: { ...ids, [line.split('=')[0] ?? '']: words } }],
      omitted: {},
    });
  });

  it.each<[string, string, string, string, object]>([
    [
      'a PHP boolean',
      'config.php',
      "<?php\ndefine('PAYLINE_MERCHANT_ID', '11111111111111');\ndefine('PAYLINE_ACCESS_KEY', 'abcdefghijklmnopqrst');\ndefine('PAYLINE_PRODUCTION', true);\n",
      'production',
      { ...ids, PAYLINE_PRODUCTION: flag('false', 'true') },
    ],
    [
      'a constant of a class',
      'config/payline.php',
      "<?php\nreturn ['payline' => ['merchant_id' => '1', 'access_key' => 'x', 'environment' => PaylineSDK::ENV_PROD]];\n",
      'production',
      {
        'payline.merchant_id': 'merchantId',
        'payline.access_key': 'accessKey',
        'payline.environment': flag('PaylineSDK::ENV_HOMO', 'PaylineSDK::ENV_PROD'),
      },
    ],
    [
      'a YAML boolean',
      'config/shop.yaml',
      'payline:\n  merchant_id: "1"\n  access_key: x\n  production: true\n',
      'production',
      {
        'payline.merchant_id': 'merchantId',
        'payline.access_key': 'accessKey',
        'payline.production': flag('false', 'true'),
      },
    ],
    [
      'a JSON host',
      'settings.json',
      '{"payline": {"merchantId": "1", "accessKey": "x", "url": "https://homologation.payline.com/V4/"}}\n',
      'homologation',
      {
        'payline.merchantId': 'merchantId',
        'payline.accessKey': 'accessKey',
        'payline.url': flag('https://homologation.payline.com/V4/', 'https://services.payline.com/V4/'),
      },
    ],
  ])('%s', async (_, file, text, environment, set) => {
    expect(await init({ [file]: text })).toEqual({
      proposed: [{ file, for: environment, set }],
      omitted: {},
    });
  });

  it.each([
    ['an unknown word', 'PAYLINE_ENVIRONMENT=blue'],
    ['two flags that disagree', 'PAYLINE_ENVIRONMENT=HOMO\nPAYLINE_PRODUCTION=true'],
    ['a program in production', 'APP_ENV=production'],
    ['a host against a word', 'PAYLINE_ENVIRONMENT=HOMO\nPAYLINE_URL=https://services.payline.com/V4'],
  ])('%s is left out with --yes, and reported', async (_, lines) => {
    expect(await init({ '.env': `${pair}${lines}\n` })).toEqual({
      proposed: [],
      omitted: { '.env': 'environment-unclear' },
    });
  });

  it('explains what it found', async () => {
    box.put('.env', `${pair}PAYLINE_PRODUCTION=true\n`);
    const { out } = await box.cle(['init', '--yes']);
    expect(out).toContain('for production, by line 3: PAYLINE_PRODUCTION is true');
    expect(out).not.toContain('nothing in it tells otherwise');
  });
});

describe('files for each environment', () => {
  it.each<[string, Tree, object[]]>([
    [
      'two files, by their names',
      { '.env.production': pair, '.env.staging': pair },
      [
        { file: '.env.production', for: 'production', set: ids },
        { file: '.env.staging', for: 'homologation', set: ids },
      ],
    ],
    [
      'two blocks of one file',
      {
        'config/payline.yaml':
          'payline:\n  test: { merchant_id: "1", access_key: a }\n  live: { merchant_id: "1", access_key: b }\n',
      },
      [
        {
          file: 'config/payline.yaml',
          for: 'homologation',
          set: { 'payline.test.merchant_id': 'merchantId', 'payline.test.access_key': 'accessKey' },
        },
        {
          file: 'config/payline.yaml',
          for: 'production',
          set: { 'payline.live.merchant_id': 'merchantId', 'payline.live.access_key': 'accessKey' },
        },
      ],
    ],
    [
      'two names of one file',
      { '.env': 'PAYLINE_HOMO_ACCESS_KEY=a\nPAYLINE_PROD_ACCESS_KEY=b\n' },
      [
        { file: '.env', for: 'homologation', set: { PAYLINE_HOMO_ACCESS_KEY: 'accessKey' } },
        { file: '.env', for: 'production', set: { PAYLINE_PROD_ACCESS_KEY: 'accessKey' } },
      ],
    ],
  ])('%s', async (_, tree, proposed) => {
    expect(await init(tree)).toEqual({ proposed, omitted: {} });
  });
});

describe('files that another tool encrypted', () => {
  it.each<[string, string, string]>([
    [
      'SOPS in YAML',
      'secrets.yaml',
      'payline:\n  access_key: ENC[AES256_GCM,data:Tr7p,iv:1b=,tag:k1=,type:str]\nsops:\n  version: 3.8.1\n',
    ],
    [
      'SOPS in JSON',
      'secrets.json',
      '{"payline": {"access_key": "ENC[AES256_GCM,data:Tr7p,iv:1b=,tag:k1=,type:str]"}, "sops": {"version": "3.8.1"}}',
    ],
    [
      'SOPS in .env',
      '.env',
      'PAYLINE_ACCESS_KEY=ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]\nsops_version=3.8.1\n',
    ],
    [
      'SOPS in INI',
      'secrets.ini',
      '[payline]\naccess_key = ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]\n[sops]\nversion = 3.8.1\n',
    ],
    [
      'a SealedSecret',
      'k8s/sealed.yaml',
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    PAYLINE_ACCESS_KEY: AgBy3i4OJSWK\n',
    ],
    [
      'a value of Ansible Vault',
      'group_vars/all.yml',
      'payline_merchant_id: "1"\npayline_access_key: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  3132\n',
    ],
    ['hiera-eyaml', 'data/common.yaml', 'payline::access_key: ENC[PKCS7,MIIBeQYJ]\n'],
    ['Rails credentials', 'config/payline.yml.enc', 'cGF5bGluZQ==--aaaa--bbbb'],
    [
      'Jasypt',
      'application.properties',
      'payline.merchantId=1\npayline.accessKey=ENC(nrmZtkF7T0kjG/VodDvBw93Ct8EgjCAf)\n',
    ],
  ])('%s is never proposed', async (_, file, text) => {
    const { proposed, omitted } = await init({ [file]: text });
    expect(proposed).toEqual([]);
    if (/payline/.test(`${file}${text}`) && !file.endsWith('.enc'))
      expect(omitted).toEqual({ [file]: 'target-encrypted' });
  });

  it.each([
    ['yaml', 'secrets.yaml', 'payline:\n    access_key: ENC[AES256_GCM,data:x]\nsops:\n    version: 3.8.1\n'],
    ['vault', 'vars.yml', '$ANSIBLE_VAULT;1.1;AES256\n6663\n'],
    ['jasypt', 'a.properties', 'payline.access_key=ENC(nrmZtkF7T0kjG/VodDvBw93Ct8EgjCAf)\n'],
    ['git-crypt', '.env.production', '\0GITCRYPT\0abc'],
    ['laravel', '.env.encrypted', 'eyJpdiI6'],
    ['age', 'x.env', '-----BEGIN AGE ENCRYPTED FILE-----\nabc\n-----END AGE ENCRYPTED FILE-----\n'],
  ])('%s is never written, and the tool is named', async (_, file, text) => {
    box.put(file, text);
    const format = file.startsWith('.env') ? 'format: env, ' : '';
    box.put(
      'cle.config.yaml',
      `version: 1\nenvironments:\n  homologation:\n    - { file: ${file}, ${format}set: { payline.access_key: accessKey } }\n`,
    );
    const key =
      '{"environment":"homologation","merchantId":"17626983201234","reference":"8ctQ2lfaHjK3mNpWHQGD","accessKey":"Zq7Kd0fP2xLw9Rb4TnVy"}';
    const words = ['apply', '-', '--project', box.project, '--yes', '--json'];
    const ran = await box.cle(words, { input: key });
    expect({ status: ran.status, ...jsonOf(ran) }).toMatchObject({ status: 3, code: 'target-encrypted' });
    expect(box.read(file)).toBe(text);
  });
});

describe('references to a key, and examples,', () => {
  it.each([
    [
      '1Password',
      '.env',
      'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=op://Shop/Payline/key\n',
      'entry-reference',
    ],
    [
      'a template of Helm',
      'secret.yaml',
      'stringData:\n  PAYLINE_ACCESS_KEY: "{{ .Values.key }}"\n',
      'entry-reference',
    ],
    ['ERB', 'config/payline.yml', "payline_access_key: <%= ENV['KEY'] %>\n", 'entry-reference'],
    ['a template of Jinja', 'roles/shop/files/.env.j2', 'PAYLINE_ACCESS_KEY={{ key }}\n', 'file-example'],
    ['a copy', 'config.old.php', "<?php\ndefine('PAYLINE_ACCESS_KEY', 'x');\n", 'file-copy'],
    ['defaults', '.env.defaults', 'PAYLINE_ACCESS_KEY=x\n', 'file-example'],
    ['documentation', 'docs/payline.json', '{"payline": {"accessKey": "x"}}\n', 'file-example'],
    ['a fixture', 'tests/fixtures/payline.json', '{"payline": {"accessKey": "x"}}\n', 'file-example'],
  ])('%s, are passed over', async (_, file, text, code) => {
    expect(await init({ [file]: text })).toEqual({ proposed: [], omitted: { [file]: code } });
  });

  it('and for SOPS the command names the address in the file', async () => {
    box.put('.env', 'PAYLINE_ACCESS_KEY=ENC[AES256_GCM,data:x]\nsops_version=3.9.0\n');
    const result = jsonOf(await box.cle(['init', '--yes', '--json']));
    expect(JSON.stringify(result)).toContain('PAYLINE_ACCESS_KEY');
  });
});

it('a file with Payline in its name needs no such names in it', async () => {
  const text = "<?php\nreturn ['merchant_id' => '1', 'access_key' => 'x', 'environment' => 'PROD'];\n";
  const set = { merchant_id: 'merchantId', access_key: 'accessKey', environment: flag('HOMO', 'PROD') };
  expect((await init({ 'config/payline.php': text })).proposed).toEqual([
    { file: 'config/payline.php', for: 'production', set },
  ]);
});

it('a Magento module’s declarations are not a shop', async () => {
  const text = '<config><default><payment><payline><access_key/></payline></payment></default></config>\n';
  expect((await init({ 'etc/config.xml': text })).proposed).toEqual([]);
});

it('names of .NET and Spring in an attribute are recognised', async () => {
  const add = (name: string, value: string) => `    <add key="Payline${name}" value="${value}" />\n`;
  const text = `<configuration>\n  <appSettings>\n${add('MerchantId', '1')}${add('AccessKey', 'x')}${add('Environment', 'PROD')}  </appSettings>\n</configuration>\n`;
  const at = (name: string) => `configuration.appSettings.add[@key="Payline${name}"]/@value`;
  expect((await init({ 'Web.config': text })).proposed).toEqual([
    {
      file: 'Web.config',
      for: 'production',
      set: {
        [at('MerchantId')]: 'merchantId',
        [at('AccessKey')]: 'accessKey',
        [at('Environment')]: flag('HOMO', 'PROD'),
      },
    },
  ]);
});

const bundles =
  "<?php return [Lolautruche\\PaylineBundle\\LolautruchePaylineBundle::class => ['all' => true]];\n";

describe('a kit', () => {
  it('uses .env.local for the Symfony bundle, as it overrides .env', async () => {
    const tree = {
      '.env': 'PAYLINE_ENVIRONMENT=homo\n#PAYLINE_ACCESS_KEY=x\n',
      '.env.local': 'PAYLINE_MERCHANT_ID=\nPAYLINE_ACCESS_KEY=\n',
      'config/bundles.php': bundles,
    };
    const { proposed } = await init(tree);
    expect(proposed).toEqual([
      { file: '.env.local', for: 'homologation', kit: 'lolautruche-payline-bundle' },
    ]);
  });

  it('writes the environment beside the key', async () => {
    box.put('.env.local', 'PAYLINE_MERCHANT_ID=\nPAYLINE_ACCESS_KEY=\n');
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments:\n  production:\n    - { kit: lolautruche-payline-bundle, file: .env.local }\n',
    );
    await box.cle(['apply', '-', '--yes'], {
      input: '{"environment":"production","merchantId":"17626983201234","accessKey":"Zq7Kd0fP2xLw9Rb4TnVy"}',
    });
    expect(box.read('.env.local')).toBe(
      'PAYLINE_MERCHANT_ID=17626983201234\nPAYLINE_ACCESS_KEY=Zq7Kd0fP2xLw9Rb4TnVy\nPAYLINE_ENVIRONMENT=prod\n',
    );
  });

  it('knows the bundle’s recipe, whose names are commented out', async () => {
    const tree = {
      '.env':
        '###> lolautruche/payline-bundle ###\n#PAYLINE_MERCHANT_ID=your_payline_merchant_id\n#PAYLINE_ACCESS_KEY=your_payline_access_key\nPAYLINE_ENVIRONMENT=homo\n',
      'config/bundles.php': bundles,
    };
    expect(await init(tree)).toEqual({
      proposed: [{ file: '.env', for: 'homologation', kit: 'lolautruche-payline-bundle' }],
      omitted: {},
    });
  });

  it.each([
    'payline.properties.default.xml',
    'payline.properties.xml.dist',
    'payline.properties.dist.xml',
    'payline.properties.xml.example',
    'payline.properties.xml.sample',
    'payline.properties.xml.tpl',
  ])('is not proposed for its template %s', async (file) => {
    const text =
      '<PaylineProperties><merchantID>1</merchantID><accessKey>2</accessKey><Production>false</Production></PaylineProperties>\n';
    expect(await init({ [file]: text })).toEqual({ proposed: [], omitted: { [file]: 'file-example' } });
  });

  it('of Symfony 2 has unquoted parameters, which are not YAML', async () => {
    const text =
      'parameters:\n    payline_config.merchant_id: %payline_id%\n    payline_config.access_key: "XXXXXXXXXXXXXXXXXXXX"\n';
    expect(await init({ 'app/config/parameters.yml': text })).toEqual({
      proposed: [],
      omitted: { 'app/config/parameters.yml': 'yaml-unquoted-parameter' },
    });
  });

  it('has the names of Laravel packages', async () => {
    const text = "<?php\nreturn ['payline' => ['merchant_id' => '', 'acces_key' => '', 'env' => 'HOMO']];\n";
    expect(await init({ 'config/payment.php': text })).toMatchObject({
      proposed: [
        {
          file: 'config/payment.php',
          for: 'homologation',
          set: {
            'payline.merchant_id': 'merchantId',
            'payline.acces_key': 'accessKey',
            'payline.env': flag('HOMO', 'PROD'),
          },
        },
      ],
    });
  });
});

describe('a flag that no target sets', () => {
  const production =
    '{"environment":"production","merchantId":"17626983201234","accessKey":"Zq7Kd0fP2xLw9Rb4TnVy"}';

  it('of the PHP kit up to 4.38 is reported once the key of the other branch is in place', async () => {
    box.put(
      'configuration/identification.php',
      "<?php\ndefine('PRODUCTION', false);\nif (PRODUCTION) {\n    define('MERCHANT_ID', '0');\n    define('ACCESS_KEY', 'a');\n} else {\n    define('MERCHANT_ID', '1');\n    define('ACCESS_KEY', 'b');\n}\n",
    );
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments:\n  production:\n    - kit: payline-php\n      file: configuration/identification.php\n',
    );
    const ran = await box.cle(['apply', '-', '--yes', '--json'], { input: production });
    expect({ status: ran.status, ...jsonOf(ran) }).toMatchObject({
      status: 4,
      code: 'flag-contradicts',
      params: {
        file: 'configuration/identification.php',
        line: 2,
        address: 'PRODUCTION',
        said: 'false',
        environment: 'production',
      },
      receipt: { targets: [{ file: 'configuration/identification.php' }] },
    });
  });

  it('is shown in the plan, except where it agrees or is set', async () => {
    const project = (set: string) =>
      `version: 1\nenvironments:\n  production:\n    - { file: .env, set: { PAYLINE_ACCESS_KEY: accessKey${set} } }\n`;
    box.put('.env', 'PAYLINE_ACCESS_KEY=x\nPAYLINE_ENVIRONMENT=HOMO\n');
    box.put('cle.config.yaml', project(''));
    const dry = await box.cle(['apply', '-', '--dry-run', '--json'], { input: production });
    expect(jsonOf(dry)).toMatchObject({ plan: { notices: [{ code: 'flag-contradicts' }] } });
    box.put(
      'cle.config.yaml',
      project(', PAYLINE_ENVIRONMENT: { field: environment, homologation: HOMO, production: PROD }'),
    );
    const set = await box.cle(['apply', '-', '--yes', '--json'], { input: production });
    expect(set.status).toBe(0);
    expect(box.read('.env')).toContain('PAYLINE_ENVIRONMENT=PROD');
  });
});

describe('texts for people', () => {
  it.each<[string, string]>([
    [
      'translations/messages.fr.yml',
      'shop:\n  payline:\n    merchant_id: Identifiant du marchand\n    access_key: Clé d’accès\n',
    ],
    [
      'resources/lang/fr/settings.php',
      "<?php\nreturn ['payline' => ['merchant_id' => 'Identifiant', 'access_key' => 'Clé']];\n",
    ],
    ['src/locales/en.json', '{"payline": {"merchant_id": "Merchant", "access_key": "Key"}}'],
    ['messages_fr.properties', 'payline.merchantId=Identifiant\npayline.accessKey=Cle\n'],
    ['i18n/fr.json', '{"payline": {"accessKey": "Cle"}}'],
    ['config/labels.yaml', 'payline:\n  access_key: The access key\n'],
    ['config/admin.yaml', 'payline:\n  access_key: Clé d’accès\n'],
  ])('%s is never proposed', async (file, text) => {
    expect(await init({ [file]: text })).toEqual({ proposed: [], omitted: { [file]: 'file-texts' } });
  });

  it.each(['ENTER YOUR KEY', 'your access key', 'XXXXXXXXXXXXXXXXXXXX', ''])(
    'is not a placeholder: "%s" is proposed',
    async (value) => {
      const { proposed } = await init({ 'config/payline.yaml': `payline:\n  access_key: "${value}"\n` });
      expect(proposed).toMatchObject([{ file: 'config/payline.yaml' }]);
    },
  );
});
