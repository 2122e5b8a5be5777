import type { Plugin } from './plugin.ts';

/** Payline's module for PrestaShop 1.5 and 1.6. */
export const prestashop16: Plugin = {
  name: 'prestashop-16',
  title: 'PrestaShop 1.5 and 1.6 (payline)',
  shape: 'pair',
  signs: [{ file: 'modules/payline/lib/paylineSDK.php' }],
  code: ['modules/payline'],
  steps: {
    en: [
      'in the back office, open Modules, find Payline and choose Configure',
      'fill in the merchant id and the access key, choose the environment, save',
    ],
    fr: [
      'dans le back-office, ouvrez Modules, cherchez Payline et choisissez Configurer',
      'remplissez l’identifiant du marchand et la clé d’accès, choisissez l’environnement, enregistrez',
    ],
  },
};
