import type { Kit } from './kit.ts';

/**
 * The Symfony bundle lolautruche/payline-bundle, whose Flex recipe puts its variables into `.env`. The bundle converts the
 * environment's word to upper case; the recipe writes lower case.
 */
export const lolautruchePaylineBundle: Kit = {
  name: 'lolautruche-payline-bundle',
  title: 'LolautruchePaylineBundle (Symfony)',
  format: 'env',
  dialect: 'symfony',
  files: ['.env', '.env.*'],
  beside: [
    'config/packages/payline.yaml',
    { file: 'config/bundles.php', text: 'PaylineBundle' },
    { file: 'symfony.lock', text: 'lolautruche/payline-bundle' },
  ],
  shapes: [
    [
      { address: 'PAYLINE_MERCHANT_ID', field: 'merchantId' },
      { address: 'PAYLINE_ACCESS_KEY', field: 'accessKey' },
      {
        address: 'PAYLINE_ENVIRONMENT',
        field: 'environment',
        words: { homologation: 'homo', production: 'prod' },
        // `.env.local` overrides `.env` variable by variable: with the key alone, the other environment's word would stay.
        recognises: false,
      },
    ],
  ],
  hint: {
    en: 'run: bin/console cache:clear; to keep the key out of files, run bin/console secrets:set PAYLINE_ACCESS_KEY, which asks for it',
    fr: 'lancez : bin/console cache:clear ; pour garder la clé hors des fichiers, bin/console secrets:set PAYLINE_ACCESS_KEY la demande',
  },
};

/** The Symfony bundle pxcore/payline, whose parameters have a dot in their names. */
export const pxcorePayline: Kit = {
  name: 'pxcore-payline',
  title: 'pxCorePaylineBundle (Symfony)',
  format: 'yaml',
  dialect: 'symfony',
  files: ['parameters.y*ml', 'config/*.y*ml'],
  shapes: [
    [
      { address: 'parameters."payline_config.merchant_id"', field: 'merchantId' },
      { address: 'parameters."payline_config.access_key"', field: 'accessKey' },
      {
        address: 'parameters."payline_config.environment"',
        field: 'environment',
        words: { homologation: 'HOMO', production: 'PROD' },
      },
    ],
  ],
  hint: {
    en: 'clear Symfony’s cache: console cache:clear',
    fr: 'videz le cache de Symfony : console cache:clear',
  },
};
