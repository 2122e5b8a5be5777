import type { Plugin } from './plugin.ts';

/** Monext's plugin for Sylius, which puts `Basic ` before the key itself (`MonextClient.php`). */
export const sylius: Plugin = {
  name: 'sylius',
  title: 'Sylius (Monext)',
  shape: 'credentials',
  signs: [
    { file: 'composer.json', text: '"monext/payline-sylius"' },
    { file: 'composer.json', text: '"monext/sylius-plugin"' },
    { file: 'config/bundles.php', text: 'MonextSyliusPlugin\\MonextSyliusPlugin' },
  ],
  code: [],
  steps: {
    en: [
      'in the admin, open Configuration > Payment methods and edit every method of type Monext',
      'put it into API KEY, choose the Environment, save',
    ],
    fr: [
      'dans l’administration, ouvrez Configuration > Modes de paiement et modifiez chaque mode de type Monext',
      'mettez-la dans API KEY, choisissez l’environnement, enregistrez',
    ],
  },
};
