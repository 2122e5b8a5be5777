import type { Plugin } from './plugin.ts';

/** The extension for Magento 1 and OpenMage, `Monext_Payline`, which keeps the key in clear. */
export const magento1: Plugin = {
  name: 'magento-1',
  title: 'Magento 1 (Monext_Payline)',
  shape: 'pair',
  signs: [{ file: 'app/code/community/Monext/Payline/etc/config.xml' }],
  code: ['app/code/community/Monext/Payline'],
  steps: {
    en: [
      'in the admin, open System > Configuration > Sales > Payline > Common settings',
      'choose the scope (default, website or store) whose key it is',
      'fill in Merchant ID and Access key, choose the Environment, save the configuration',
      'open System > Cache Management and refresh Configuration',
    ],
    fr: [
      'dans l’administration, ouvrez System > Configuration > Sales > Payline > Common settings',
      'choisissez la portée (default, website ou store) à laquelle la clé appartient',
      'remplissez Merchant ID et Access key, choisissez Environment, enregistrez la configuration',
      'ouvrez System > Cache Management et rafraîchissez Configuration',
    ],
  },
};
