import { type Shop, shops } from '../../../shared/shops.ts';

/** A file by which a plugin is recognised. */
export interface Marker {
  /** The end of its path; `*` stands for any part of a name. */
  readonly file: string;
  /** A text in it, where the name alone is not enough. */
  readonly text?: string;
}

/** How the code of a shop's plugin is recognised. */
interface Traces {
  readonly markers: readonly Marker[];
  /** Folders of its own code, as ends of paths: nothing in them takes a key. */
  readonly code: readonly string[];
}

/** A shop's plugin that keeps its key in a database: we write nothing, a person enters the key by hand. */
export interface Plugin extends Shop, Traces {}

const traces: Readonly<Record<(typeof shops)[number]['name'], Traces>> = {
  'magento-1': {
    markers: [{ file: 'app/code/community/Monext/Payline/etc/config.xml' }],
    code: ['app/code/community/Monext/Payline'],
  },
  'magento-2': {
    markers: [
      { file: 'app/code/Monext/Payline/registration.php' },
      { file: 'composer.json', text: '"monext/module-payline"' },
      { file: 'composer.json', text: '"monext/magento2-module"' },
    ],
    code: ['app/code/Monext/Payline'],
  },
  prestashop: {
    markers: [{ file: 'modules/payline/class/PaylinePaymentGateway.php' }],
    code: ['modules/payline'],
  },
  'prestashop-16': {
    markers: [{ file: 'modules/payline/lib/paylineSDK.php' }],
    code: ['modules/payline'],
  },
  woocommerce: {
    markers: [{ file: 'wp-content/plugins/*/woocommerce-payline.php' }],
    code: ['wp-content/plugins/*payline', 'wp-content/plugins/*monext*'],
  },
  sylius: {
    markers: [
      { file: 'composer.json', text: '"monext/payline-sylius"' },
      { file: 'composer.json', text: '"monext/sylius-plugin"' },
      { file: 'config/bundles.php', text: 'MonextSyliusPlugin\\MonextSyliusPlugin' },
    ],
    code: [],
  },
  'sylius-third-party': {
    markers: [
      { file: 'composer.json', text: '"motherbrain/sylius-payline-plugin"' },
      { file: 'config/bundles.php', text: 'Motherbrain\\SyliusPaylinePlugin' },
      { file: 'config/bundles.php', text: 'Waaz\\PaylinePlugin' },
    ],
    code: [],
  },
  'thelia-2': {
    markers: [
      { file: 'modules/Payline/Config/module.xml' },
      { file: 'composer.json', text: '"thelia/payline-module"' },
    ],
    code: ['modules/Payline'],
  },
  'salesforce-admin': {
    markers: [{ file: 'int_monext/cartridge/scripts/monext/monextService.js' }],
    code: ['cartridges'],
  },
};

/** Every known plugin. */
export const plugins: readonly Plugin[] = shops.map((shop) => ({ ...shop, ...traces[shop.name] }));
