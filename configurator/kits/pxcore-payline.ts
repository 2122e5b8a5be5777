import type { Kit } from './kit.ts';

/** The Symfony bundle pxcore/payline: parameters whose names have a dot. */
export const pxcorePayline: Kit = {
  name: 'pxcore-payline',
  title: 'pxCorePaylineBundle (Symfony)',
  format: 'yaml',
  dialect: 'symfony',
  files: ['parameters.y*ml', 'config/*.y*ml'],
  shapes: [
    [
      { address: 'parameters."payline_config.merchant_id"', field: 'merchantId' },
      { address: 'parameters."payline_config.access_key"', field: 'accessKey' },
      {
        address: 'parameters."payline_config.environment"',
        field: 'environment',
        words: { homologation: 'HOMO', production: 'PROD' },
      },
    ],
  ],
  hint: {
    en: 'clear Symfony’s cache: console cache:clear',
    fr: 'videz le cache de Symfony : console cache:clear',
  },
};
