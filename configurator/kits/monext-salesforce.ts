import type { Kit } from './kit.ts';

const preference = (id: string) =>
  `preferences.custom-preferences.all-instances.preference[@preference-id="${id}"]`;

/**
 * Monext's cartridge for Salesforce Commerce Cloud, where its preferences come from a site archive. `monextService.js`
 * sends `monext_ApiKey` as the header that it is; the environment is an address.
 */
export const monextSalesforce: Kit = {
  name: 'monext-salesforce',
  title: 'Monext cartridge for Salesforce Commerce Cloud',
  format: 'xml',
  files: ['preferences.xml'],
  shapes: [
    [
      { address: preference('monext_ApiKey'), field: 'authorization' },
      {
        address: preference('monext_environment'),
        field: 'environment',
        words: {
          homologation: 'https://api-sandbox.retail.monext.com/v1',
          production: 'https://api.retail.monext.com/v1',
        },
      },
    ],
  ],
  hint: {
    en: 'import the site archive: Administration > Site Development > Site Import & Export',
    fr: 'importez l’archive du site : Administration > Site Development > Site Import & Export',
  },
};
