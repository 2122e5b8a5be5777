import type { Kit, KitSetting } from './kit.ts';

/** The PHP SDK's words for the environments (`PaylineSDK.php`). */
const words = { homologation: 'HOMO', production: 'PROD' } as const;

const settings: readonly KitSetting[] = [
  { address: 'MERCHANT_ID', field: 'merchantId' },
  { address: 'ACCESS_KEY', field: 'accessKey' },
  { address: 'ENVIRONMENT', field: 'environment', words },
  { address: 'ACCESS_KEY_REF', field: 'reference', optional: true },
];

/** Up to 4.38 both keys are in the branches of one `if (PRODUCTION)`, and each key goes to its own branch. */
const branches: readonly KitSetting[] = [
  {
    address: { homologation: 'MERCHANT_ID@!PRODUCTION', production: 'MERCHANT_ID@PRODUCTION' },
    field: 'merchantId',
  },
  {
    address: { homologation: 'ACCESS_KEY@!PRODUCTION', production: 'ACCESS_KEY@PRODUCTION' },
    field: 'accessKey',
  },
];

/**
 * Payline's PHP kit. Up to 4.38 it reads `configuration/identification.php`, where both keys are in the branches of one
 * `if`; from 4.39 on `lib/CONFIG.php`, which defines constants or fills the session.
 */
export const paylinePhp: Kit = {
  name: 'payline-php',
  title: 'Payline PHP kit',
  format: 'php',
  files: ['lib/CONFIG.php', 'configuration/identification.php'],
  shapes: [settings, branches],
};

const homologation = "@$payline_context == 'homo'";
const production = "@!$payline_context == 'homo'";

/** iZend's `includes/payline.inc`, where both keys are in the branches of one `if`, and each key goes to its own branch. */
export const izend: Kit = {
  name: 'izend',
  title: 'iZend',
  format: 'php',
  files: ['includes/payline.inc'],
  shapes: [
    [
      {
        address: {
          homologation: `$payline_merchant_id${homologation}`,
          production: `$payline_merchant_id${production}`,
        },
        field: 'merchantId',
      },
      {
        address: {
          homologation: `$payline_access_key${homologation}`,
          production: `$payline_access_key${production}`,
        },
        field: 'accessKey',
      },
    ],
  ],
  hint: {
    en: '$payline_context selects which of the two keys is used: "homo" or "prod"',
    fr: '$payline_context dit laquelle des deux clés sert : « homo » ou « prod »',
  },
};

/** rimiti/payline-example, for Node: its user name is the merchant id. The environment is hard-coded. */
export const rimitiPayline: Kit = {
  name: 'rimiti-payline',
  title: 'rimiti/payline-example (Node)',
  format: 'env',
  files: ['.env', '.env.*'],
  shapes: [
    [
      { address: 'PAYLINE_USERNAME', field: 'merchantId' },
      { address: 'PAYLINE_PASSWORD', field: 'accessKey' },
    ],
  ],
  hint: {
    en: 'restart the program; the address of the environment is in its code',
    fr: 'redémarrez le programme ; l’adresse de l’environnement est dans son code',
  },
};

/** sab91/payline, for Node and Serverless: only "production" means production (`handler.ts`). */
export const sab91Payline: Kit = {
  name: 'sab91-payline',
  title: 'sab91/payline (Serverless)',
  format: 'yaml',
  files: ['environment/*.yml'],
  shapes: [
    [
      { address: 'MERCHANT_ID', field: 'merchantId' },
      { address: 'ACCESS_KEY', field: 'accessKey' },
      {
        address: 'ENVIRONMENT',
        field: 'environment',
        words: { homologation: 'homologation', production: 'production' },
      },
    ],
  ],
  hint: {
    en: 'redeploy: the functions keep the values they were deployed with',
    fr: 'redéployez : les fonctions gardent les valeurs de leur déploiement',
  },
};

/**
 * The plugin of Thelia 1, `plugins/payline/config.php`, which is ISO-8859-1. Unlike "false", these words mean the same to
 * PHP with and without quotes.
 */
export const thelia1: Kit = {
  name: 'thelia-1',
  title: 'Payline plugin of Thelia 1',
  format: 'php',
  files: ['plugins/payline/config.php'],
  shapes: [
    [
      { address: 'MERCHANT_ID', field: 'merchantId' },
      { address: 'ACCESS_KEY', field: 'accessKey' },
      {
        address: 'PRODUCTION',
        field: 'environment',
        words: { homologation: '0', production: '1' },
      },
    ],
  ],
};

/** ck-developer/payline-module, whose `payline.local.php.dist` uses a constant of its class `Env`. */
const withConstants: readonly KitSetting[] = [
  { address: 'payline.merchantId', field: 'merchantId' },
  { address: 'payline.accessKey', field: 'accessKey' },
  {
    address: 'payline.environment',
    field: 'environment',
    words: { homologation: 'Env::HOMO', production: 'Env::PROD' },
  },
];

/** The same module, with the values of those constants. */
const camelCase: readonly KitSetting[] = [
  { address: 'payline.merchantId', field: 'merchantId' },
  { address: 'payline.accessKey', field: 'accessKey' },
  {
    address: 'payline.environment',
    field: 'environment',
    words: { homologation: 'HOMO', production: 'PROD' },
  },
];

/** Gawel1/payline-zf2, whose `production` is a string, so "false" would be true. */
const snakeCase: readonly KitSetting[] = [
  { address: 'payline.merchant_id', field: 'merchantId' },
  { address: 'payline.access_key', field: 'accessKey' },
  { address: 'payline.production', field: 'environment', words: { homologation: '0', production: '1' } },
];

/** The two modules for Zend Framework 2; the shapes of their files in `config/autoload` differ. */
export const zf2Payline: Kit = {
  name: 'zf2-payline',
  title: 'Payline module for Zend Framework 2',
  format: 'php',
  files: ['payline.local.php', 'payline.global.php', 'payline.*.local.php'],
  shapes: [withConstants, camelCase, snakeCase],
  hint: {
    en: 'where the configuration is cached (config_cache_enabled), delete the cached file',
    fr: 'si la configuration est en cache (config_cache_enabled), supprimez le fichier de cache',
  },
};
