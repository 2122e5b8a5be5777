import type { Plugin } from './plugin.ts';

/** Monext's cartridge for Salesforce Commerce Cloud, which sends its preference as the header that it is. */
export const salesforceAdmin: Plugin = {
  name: 'salesforce-admin',
  title: 'Salesforce Commerce Cloud (int_monext)',
  shape: 'authorization',
  signs: [{ file: 'int_monext/cartridge/scripts/monext/monextService.js' }],
  code: ['cartridges'],
  steps: {
    en: [
      'in the Business Manager, choose the site and open Merchant Tools > Site Preferences > Custom Preferences > Monext',
      'put it into API KEY, choose the "Environment to be used", save',
    ],
    fr: [
      'dans le Business Manager, choisissez le site et ouvrez Merchant Tools > Site Preferences > Custom Preferences > Monext',
      'mettez-la dans « Clé d’API », choisissez « Environnement », enregistrez',
    ],
  },
};
