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
    en: 'restart the processor; where commercetools Connect runs it, set MONEXT_API_KEY in the deployment’s secured configuration instead',
    fr: 'redémarrez le processor ; si commercetools Connect l’exécute, donnez plutôt MONEXT_API_KEY dans la configuration sécurisée du déploiement',
  },
};
