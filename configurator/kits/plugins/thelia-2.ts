import type { Plugin } from './plugin.ts';

/** The module of Thelia 2, thelia-modules/Payline. */
export const thelia2: Plugin = {
  name: 'thelia-2',
  title: 'Thelia 2 (Payline)',
  shape: 'pair',
  signs: [
    { file: 'modules/Payline/Config/module.xml' },
    { file: 'composer.json', text: '"thelia/payline-module"' },
  ],
  code: ['modules/Payline'],
  steps: {
    en: [
      'in the back office, open Modules, find Payline and choose Configure',
      'fill in "ID Marchant" and "Access Key", choose the "Mode de fonctionnement" (Test is homologation), save',
    ],
    fr: [
      'dans le back-office, ouvrez Modules, cherchez Payline et choisissez Configurer',
      'remplissez « ID Marchant » et « Access Key », choisissez le « Mode de fonctionnement » (Test est l’homologation), enregistrez',
    ],
  },
};
