import type { Kit } from './kit.ts';

/**
 * The plugin of Thelia 1, `plugins/payline/config.php`, which is ISO-8859-1. The words mean the same to PHP with quotes
 * and without, unlike "false".
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
