import type { Plugin } from './plugin.ts';

/** Monext's module for PrestaShop 8 and 9. */
export const prestashop: Plugin = {
  name: 'prestashop',
  title: 'PrestaShop 8 and 9 (payline)',
  shape: 'pair',
  signs: [{ file: 'modules/payline/class/PaylinePaymentGateway.php' }],
  code: ['modules/payline'],
  steps: {
    en: [
      'in the back office, open Modules > Module Manager, find Monext (payline) and choose Configure',
      'fill in Merchant ID and Access key, choose the Environment, save: the module then asks Payline whether they are right',
      'choose the Point of sale and the contracts again if they are empty now',
    ],
    fr: [
      'dans le back-office, ouvrez Modules > Gestionnaire de modules, cherchez Monext (payline) et choisissez Configurer',
      'remplissez l’identifiant du marchand et la clé d’accès, choisissez l’environnement, enregistrez : le module demande alors à Payline s’ils sont justes',
      'choisissez à nouveau le point de vente et les contrats s’ils sont vides maintenant',
    ],
  },
};
