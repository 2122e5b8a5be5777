import dotenv from 'dotenv';
import { expect } from 'vitest';
import type { Environment } from '../../../../shared/environment.ts';
import { readers } from '../../formats/env/readers.ts';
import { javaProperties } from '../../formats/readers/java-properties.ts';
import { php } from '../../formats/readers/php.ts';
import { pythonNames } from '../../formats/readers/python.ts';
import { pyyaml } from '../../formats/readers/pyyaml.ts';
import { xmllint } from '../../formats/readers/xmllint.ts';

/** The key that the samples take. Its value looks like a key's and opens nothing. */
export const sampleKey = {
  merchantId: '17626983201234',
  accessKey: 'Zq7RtY2uPw9LkXc4VbN8',
  reference: 'REF-OF-A-SAMPLE',
} as const;

const { merchantId, accessKey } = sampleKey;
const credentials = Buffer.from(`${merchantId}:${accessKey}`).toString('base64');

/** A kit's file as a shop has it, and what its product reads from it. */
export interface Sample {
  readonly kit: string;
  readonly file: string;
  readonly content: string | Buffer;
  /** Other files by which the product is recognised. */
  readonly beside?: readonly string[];
  /** The environments that the file is proposed for. */
  readonly environments: readonly Environment[];
  /** The number of its lines that a key changes. */
  readonly changes: number | Readonly<Record<Environment, number>>;
  /** What the product holds after it has read each content; a program of the product's own language reads. */
  readonly read: (contents: readonly Buffer[]) => unknown[];
  /** What it must read once the key of an environment is in place. */
  readonly expected: (environment: Environment) => unknown;
}

const pick =
  <T>(words: Readonly<Record<Environment, T>>) =>
  (environment: Environment) =>
    words[environment];

const texts = (contents: readonly Buffer[]) => contents.map((content) => content.toString('utf8'));
const constants = (contents: readonly Buffer[]) => php(contents).map((reading) => reading?.constants);
const firstDocuments = (contents: readonly Buffer[]) => pyyaml(texts(contents)).map(([first]) => first);
const elementTexts = (contents: readonly Buffer[]) =>
  xmllint(texts(contents).map((text) => text.replace(/^<\?xml.*\?>/, '')));
const byPython = (contents: readonly Buffer[]) => pythonNames(texts(contents));
const byDotenv = (contents: readonly Buffer[]) => contents.map((content) => dotenv.parse(content));

const homo = pick({ homologation: 'HOMO', production: 'PROD' });
const flag = pick({ homologation: '0', production: '1' });
const truth = pick({ homologation: 'false', production: 'true' });

export const samples: readonly Sample[] = [
  {
    kit: 'payline-php',
    file: 'payline/lib/CONFIG.php',
    content: [
      '<?php ',
      '\t// connection settings ',
      "\tDEFINE('MERCHANT_ID', '00000000000000'); ",
      "\tDEFINE('ACCESS_KEY', 'before'); ",
      "\tDEFINE('ACCESS_KEY_REF', ''); ",
      "\tDEFINE('PROXY_HOST', ''); ",
      "\tDEFINE('ENVIRONMENT', 'INT'); ",
      '?> ',
    ].join('\r\n'),
    environments: ['homologation'],
    changes: 4,
    read: constants,
    expected: (environment) => ({
      MERCHANT_ID: merchantId,
      ACCESS_KEY: accessKey,
      ACCESS_KEY_REF: sampleKey.reference,
      ENVIRONMENT: homo(environment),
    }),
  },
  {
    kit: 'payline-php',
    file: 'lib/CONFIG.php',
    content: `<?php
// written by the form
$_SESSION['ENVIRONMENT'] = 'INT';
$_SESSION['MERCHANT_ID'] = '';
$_SESSION['ACCESS_KEY'] = '';
$_SESSION['WS_VERSION'] = '16';
`,
    environments: ['homologation'],
    changes: 3,
    read: (contents) => php(contents).map((reading) => reading?.session),
    expected: (environment) => ({
      MERCHANT_ID: merchantId,
      ACCESS_KEY: accessKey,
      ENVIRONMENT: homo(environment),
      WS_VERSION: '16',
    }),
  },
  {
    kit: 'payline-java',
    file: 'src/main/resources/payline.properties',
    content: '#Pas de proxy\nUSE_PROXY=0\nPRODUCTION=\nMERCHANT_ID=000000000\nACCES_KEY=before',
    environments: ['homologation'],
    changes: 3,
    read: (contents) => javaProperties(contents).map((pairs) => Object.fromEntries(pairs)),
    expected: (environment) => ({
      MERCHANT_ID: merchantId,
      ACCES_KEY: accessKey,
      PRODUCTION: truth(environment),
      USE_PROXY: '0',
    }),
  },
  {
    kit: 'payline-dotnet',
    file: 'Shop/payline.properties.xml',
    content: `<?xml version="1.0"?>
<PaylineProperties xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Production></Production>
  <accessKey>before</accessKey>
  <merchantID>000000000</merchantID>
  <proxyHost />
  <!-- several, with ; between them -->
  <DefaultContractNumberList>CB;</DefaultContractNumberList>
</PaylineProperties>`,
    environments: ['homologation'],
    changes: 3,
    read: elementTexts,
    expected: (environment) => expect.arrayContaining([truth(environment), accessKey, merchantId, 'CB;']),
  },
  {
    kit: 'monext-salesforce',
    file: 'site_template/sites/Shop/preferences.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?>
<preferences xmlns="http://www.demandware.com/xml/impex/preferences/2007-03-31">
  <custom-preferences>
    <all-instances>
      <preference preference-id="monext_ApiKey">Basic before</preference>
      <preference preference-id="monext_capture">AUTOMATIC</preference>
      <preference preference-id="monext_environment">https://before.example/v1</preference>
    </all-instances>
  </custom-preferences>
</preferences>
`,
    environments: ['homologation'],
    changes: 2,
    read: elementTexts,
    expected: (environment) =>
      expect.arrayContaining([
        `Basic ${credentials}`,
        'AUTOMATIC',
        `https://api${environment === 'homologation' ? '-sandbox' : ''}.retail.monext.com/v1`,
      ]),
  },
  {
    kit: 'monext-commercetools',
    file: 'processor/.env',
    content: `# the key, without its first word
MONEXT_API_KEY=[monext-api-key]
# MONEXT_ENVIRONMENT: "HOMOLOGATION"; // as a text
MONEXT_ENVIRONMENT=[connector-environment]
MONEXT_POINT_OF_SALE_REF=pos
`,
    environments: ['homologation'],
    changes: 2,
    read: byDotenv,
    expected: (environment) => ({
      MONEXT_API_KEY: credentials,
      MONEXT_ENVIRONMENT: environment.toUpperCase(),
      MONEXT_POINT_OF_SALE_REF: 'pos',
    }),
  },
  {
    kit: 'lolautruche-payline-bundle',
    file: 'shop/.env.local',
    beside: ['shop/config/packages/payline.yaml'],
    content: `APP_ENV=dev
#PAYLINE_ACCESS_KEY=your_payline_access_key
PAYLINE_MERCHANT_ID=your_payline_merchant_id
PAYLINE_ACCESS_KEY=your_payline_access_key
PAYLINE_CONTRACT_NUMBER=0417088
PAYLINE_ENVIRONMENT=int
`,
    environments: ['homologation'],
    changes: 3,
    read: (contents) => readers['symfony']?.['symfony']?.(texts(contents)) ?? [],
    expected: (environment) => ({
      PAYLINE_MERCHANT_ID: merchantId,
      PAYLINE_ACCESS_KEY: accessKey,
      PAYLINE_ENVIRONMENT: homo(environment).toLowerCase(),
      PAYLINE_CONTRACT_NUMBER: '0417088',
    }),
  },
  {
    kit: 'pxcore-payline',
    file: 'app/config/parameters.yml',
    content: `parameters:
    # Payline
    payline_config.merchant_id: "XXXXXXXXXXXXXX"
    payline_config.access_key: "XXXXXXXXXXXXXXXXXXXX"
    payline_config.proxy_host: ""
    payline_config.environment: "INT"
`,
    environments: ['homologation'],
    changes: 3,
    read: firstDocuments,
    expected: (environment) => ({
      parameters: {
        'payline_config.merchant_id': merchantId,
        'payline_config.access_key': accessKey,
        'payline_config.proxy_host': '',
        'payline_config.environment': homo(environment),
      },
    }),
  },
  {
    kit: 'zf2-payline',
    file: 'config/autoload/payline.local.php',
    content: `<?php

return [
    'payline' => [
        'merchantId'    => '',
        'accessKey'     => '',
        'proxyHost'     => '',
        'environment'   => '',
    ]
];
`,
    environments: ['homologation'],
    changes: 3,
    read: (contents) => php(contents).map((reading) => reading?.returned),
    expected: (environment) => ({
      payline: { merchantId, accessKey, proxyHost: '', environment: homo(environment) },
    }),
  },
  {
    kit: 'zf2-payline',
    file: 'config/autoload/payline.global.php',
    content: `<?php
namespace PaylineModule\\Utils { class Env { const HOMO = 'HOMO'; const PROD = 'PROD'; } }
namespace {
use PaylineModule\\Utils\\Env;

return [
    'payline' => [
        'merchantId' => '',
        'accessKey' => '',
        'environment' => Env::HOMO,
    ],
];
}
`,
    environments: ['homologation'],
    changes: { homologation: 2, production: 3 },
    read: (contents) => php(contents).map((reading) => reading?.returned),
    expected: (environment) => ({ payline: { merchantId, accessKey, environment: homo(environment) } }),
  },
  {
    kit: 'zf2-payline',
    file: 'config/autoload/payline.local.php',
    content: `<?php
    return [
        'payline' => [
            'version'        => "3",
            'merchant_id'    => '',
            'access_key'     => '',
            'production'     => ''
        ]
    ];
`,
    environments: ['homologation'],
    changes: 3,
    read: (contents) => php(contents).map((reading) => reading?.returned),
    expected: (environment) => ({
      payline: {
        version: '3',
        merchant_id: merchantId,
        access_key: accessKey,
        production: flag(environment),
      },
    }),
  },
  {
    kit: 'thelia-1',
    file: 'client/plugins/payline/config.php',
    content: Buffer.from(
      `<?php
DEFINE( 'MERCHANT_ID', 'XXXXXXXX' ); // ID Marchand
DEFINE( 'ACCESS_KEY', 'XXXXXXXX' ); // Clé
DEFINE( 'PRODUCTION', TRUE);
?>
`,
      'latin1',
    ),
    environments: ['production'],
    changes: 3,
    read: constants,
    expected: (environment) => ({
      MERCHANT_ID: merchantId,
      ACCESS_KEY: accessKey,
      PRODUCTION: flag(environment),
    }),
  },
  {
    kit: 'izend',
    file: 'includes/payline.inc',
    content: `<?php

$payline_context='homo';	// 'homo' or 'prod'

if ($payline_context == 'homo') {
	$payline_merchant_id = false;
	$payline_access_key = false;
}
else {
	$payline_merchant_id = false;
	$payline_access_key = false;
}
`,
    environments: ['homologation', 'production'],
    changes: 2,
    read: (contents) =>
      texts(contents).flatMap(
        (text, index) =>
          php([index === 0 ? text : text.replace("context='homo'", "context='prod'")])[0]?.variables,
      ),
    expected: () => ({ payline_merchant_id: merchantId, payline_access_key: accessKey }),
  },
  {
    kit: 'django-payline',
    file: 'shop/settings.py',
    content: `import os
DEBUG = True
PAYLINE_MERCHANT_ID = '000000000'
PAYLINE_KEY = "before"  # shown once
PAYLINE_VADNBR = '1234567'
PAYLINE_DEBUG = True
`,
    environments: ['homologation'],
    changes: { homologation: 2, production: 3 },
    read: byPython,
    expected: (environment) => ({
      PAYLINE_MERCHANT_ID: merchantId,
      PAYLINE_KEY: accessKey,
      PAYLINE_VADNBR: '1234567',
      PAYLINE_DEBUG: environment === 'homologation',
    }),
  },
  {
    kit: 'python-payline',
    file: 'payline_secrets.py',
    content: 'MERCHANT_ID = "000000000"\nACCESS_KEY = "before"\nCONTRACT_NUMBER = "123456"\n',
    environments: ['homologation'],
    changes: 2,
    read: byPython,
    expected: () => ({ MERCHANT_ID: merchantId, ACCESS_KEY: accessKey, CONTRACT_NUMBER: '123456' }),
  },
  {
    kit: 'rimiti-payline',
    file: '.env',
    content: "PAYLINE_CONTRACT=1234567\nPAYLINE_USERNAME=me\nPAYLINE_PASSWORD='before' # shown once\n",
    environments: ['homologation'],
    changes: 2,
    read: byDotenv,
    expected: () => ({
      PAYLINE_USERNAME: merchantId,
      PAYLINE_PASSWORD: accessKey,
      PAYLINE_CONTRACT: '1234567',
    }),
  },
  {
    kit: 'sab91-payline',
    file: 'environment/master.yml',
    content: "MERCHANT_ID: 'XXX'\nACCESS_KEY: 'XXX'\nCONTRACT_ID: '01234567'\nENVIRONMENT: ''\n",
    environments: ['homologation'],
    changes: 3,
    read: firstDocuments,
    expected: (environment) => ({
      MERCHANT_ID: merchantId,
      ACCESS_KEY: accessKey,
      CONTRACT_ID: '01234567',
      ENVIRONMENT: environment,
    }),
  },
];
