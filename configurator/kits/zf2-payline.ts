import type { Kit, KitSetting } from './kit.ts';

/** ck-developer/payline-module. */
const camelCase: readonly KitSetting[] = [
  { address: 'payline.merchantId', field: 'merchantId' },
  { address: 'payline.accessKey', field: 'accessKey' },
  {
    address: 'payline.environment',
    field: 'environment',
    words: { homologation: 'HOMO', production: 'PROD' },
  },
];

/** Gawel1/payline-zf2, whose `production` is a text, where "false" would be true. */
const snakeCase: readonly KitSetting[] = [
  { address: 'payline.merchant_id', field: 'merchantId' },
  { address: 'payline.access_key', field: 'accessKey' },
  { address: 'payline.production', field: 'environment', words: { homologation: '0', production: '1' } },
];

/** The two modules for Zend Framework 2, each with a file of its own shape in `config/autoload`. */
export const zf2Payline: Kit = {
  name: 'zf2-payline',
  title: 'Payline module for Zend Framework 2',
  format: 'php',
  files: ['payline.local.php', 'payline.global.php', 'payline.*.local.php'],
  shapes: [camelCase, snakeCase],
  hint: {
    en: 'where the configuration is cached (config_cache_enabled), delete the cached file',
    fr: 'si la configuration est en cache (config_cache_enabled), supprimez le fichier de cache',
  },
};
