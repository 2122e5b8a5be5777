import type { Kit } from './kit.ts';

/**
 * Monext's connector for commercetools (`processor/.env.template`). Its client puts `Basic ` before `MONEXT_API_KEY` itself.
 */
export const monextCommercetools: Kit = {
  name: 'monext-commercetools',
  title: 'Monext connector for commercetools',
  format: 'env',
  files: ['.env', '.env.*'],
  shapes: [
    [
      { address: 'MONEXT_API_KEY', field: 'credentials' },
      {
        address: 'MONEXT_ENVIRONMENT',
        field: 'environment',
        words: { homologation: 'HOMOLOGATION', production: 'PRODUCTION' },
      },
    ],
  ],
  hint: {
    en: 'restart the processor; if commercetools Connect runs it, set MONEXT_API_KEY in the deployment’s secured configuration instead',
    fr: 'redémarrez le processor ; si commercetools Connect l’exécute, donnez plutôt MONEXT_API_KEY dans la configuration sécurisée du déploiement',
  },
};

const preference = (id: string) =>
  `preferences.custom-preferences.all-instances.preference[@preference-id="${id}"]`;

/**
 * Monext's cartridge for Salesforce Commerce Cloud, where its preferences come from a site archive. `monextService.js`
 * sends `monext_ApiKey` unchanged as the header; the environment is a URL.
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
