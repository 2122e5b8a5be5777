import type { Plugin } from './plugin.ts';

/** The plugins of others for Sylius: StudioWaaz/WaazPaylinePlugin and ikamikaz3/MotherbrainSyliusPaylinePlugin. */
export const syliusThirdParty: Plugin = {
  name: 'sylius-third-party',
  title: 'Sylius (Waaz or Motherbrain plugin)',
  shape: 'pair',
  signs: [
    { file: 'composer.json', text: '"motherbrain/sylius-payline-plugin"' },
    { file: 'config/bundles.php', text: 'Motherbrain\\SyliusPaylinePlugin' },
    { file: 'config/bundles.php', text: 'Waaz\\PaylinePlugin' },
  ],
  code: [],
  steps: {
    en: [
      'in the admin, open Configuration > Payment methods and edit every method of type Payline',
      'fill in the merchant id and the access key, choose the environment, save',
    ],
    fr: [
      'dans l’administration, ouvrez Configuration > Modes de paiement et modifiez chaque mode de type Payline',
      'remplissez l’identifiant du marchand et la clé d’accès, choisissez l’environnement, enregistrez',
    ],
  },
};
