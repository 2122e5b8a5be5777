import type { Kit } from './kit.ts';

/** rimiti/payline-example, for Node: the merchant id is its user name. Which environment it calls stands in its code. */
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
    en: 'restart the program; the address of the environment stands in its code',
    fr: 'redémarrez le programme ; l’adresse de l’environnement est dans son code',
  },
};
