import type { Plugin } from './plugin.ts';

/**
 * Monext's module for Magento 2, `Monext_Payline`. Its key is encrypted by the form's own backend model, and no command is
 * known to do the same in every version, so that the form is the way.
 */
export const magento2: Plugin = {
  name: 'magento-2',
  title: 'Magento 2 (Monext_Payline)',
  shape: 'pair',
  signs: [
    { file: 'app/code/Monext/Payline/registration.php' },
    { file: 'composer.json', text: '"monext/module-payline"' },
    { file: 'composer.json', text: '"monext/magento2-module"' },
  ],
  code: ['app/code/Monext/Payline'],
  steps: {
    en: [
      'in the admin, open Stores > Settings > Configuration > Sales > Payment Methods > Monext > Common settings',
      'choose the scope (default, website or store) whose key it is',
      'fill in Merchant ID and Access key, choose the Environment, save the configuration',
      'open System > Cache Management and refresh Configuration',
    ],
    fr: [
      'dans l’administration, ouvrez Stores > Settings > Configuration > Sales > Payment Methods > Monext > Common settings',
      'choisissez la portée (default, website ou store) à laquelle la clé appartient',
      'remplissez Merchant ID et Access key, choisissez Environment, enregistrez la configuration',
      'ouvrez System > Cache Management et rafraîchissez Configuration',
    ],
  },
};
