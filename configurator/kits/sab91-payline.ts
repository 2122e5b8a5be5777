import type { Kit } from './kit.ts';

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
    en: 'deploy again: the functions keep the values they were deployed with',
    fr: 'redéployez : les fonctions gardent les valeurs de leur déploiement',
  },
};
