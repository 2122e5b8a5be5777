import type { Language } from './wording.ts';

/**
 * The form in which a product takes the key: merchant id and value in two fields; the Authorization without the word
 * `Basic`; or the whole Authorization. With the wrong one it fails without an explanation.
 */
type KeyForm = 'pair' | 'credentials' | 'authorization';

type Steps = Readonly<Record<Language, readonly string[]>>;

/** A shop that keeps its key in a database: we write nothing, a person enters the key in its administration. */
export interface Shop {
  /** Its word in `kit:` of the project file. */
  readonly name: string;
  /** Its name for people. */
  readonly title: string;
  readonly keyForm: KeyForm;
  /** What to do in its administration, in order. */
  readonly steps: Steps;
  /** The same by a command, which takes the key from standard input or a prompt, never as an argument. */
  readonly byCommand?: Steps;
}

/** Without a value, `wp option patch update` reads it from standard input (developer.wordpress.org/cli). */
const command =
  'read -rs KEY; for each in payline payline_nx payline_rec; do printf %s "$KEY" | wp option patch update woocommerce_"$each"_settings access_key; done; unset KEY';

/** Every known shop. */
export const shops = [
  // The extension for Magento 1 and OpenMage, `Monext_Payline`, which keeps the key in clear.
  {
    name: 'magento-1',
    title: 'Magento 1 (Monext_Payline)',
    keyForm: 'pair',
    steps: {
      en: [
        'in the admin, open System > Configuration > Sales > Payline > Common settings',
        'choose the scope (default, website or store) whose key it is',
        'fill in Merchant ID and Access key, choose the Environment, save the configuration',
        'open System > Cache Management and refresh Configuration',
      ],
      fr: [
        'dans l’administration, ouvrez System > Configuration > Sales > Payline > Common settings',
        'choisissez la portée (default, website ou store) à laquelle la clé appartient',
        'remplissez Merchant ID et Access key, choisissez Environment, enregistrez la configuration',
        'ouvrez System > Cache Management et rafraîchissez Configuration',
      ],
    },
  },
  // Monext's module for Magento 2, `Monext_Payline`. The form's own backend model encrypts the key, and no command is
  // known to do the same in every version, so the form is the only way.
  {
    name: 'magento-2',
    title: 'Magento 2 (Monext_Payline)',
    keyForm: 'pair',
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
  },
  // Monext's module for PrestaShop 8 and 9.
  {
    name: 'prestashop',
    title: 'PrestaShop 8, 9 (payline)',
    keyForm: 'pair',
    steps: {
      en: [
        'in the back office, open Modules > Module Manager, find Monext (payline) and choose Configure',
        'fill in Merchant ID and Access key, choose the Environment, save: the module then asks Payline whether they are right',
        'choose the Point of sale and the contracts again if they are empty now',
      ],
      fr: [
        'dans le back-office, ouvrez Modules > Gestionnaire de modules, cherchez Monext (payline) et choisissez Configurer',
        'remplissez l’identifiant du marchand et la clé d’accès, choisissez l’environnement, enregistrez : le module demande alors à Payline s’ils sont justes',
        'choisissez à nouveau le point de vente et les contrats s’ils sont vides maintenant',
      ],
    },
  },
  // Payline's module for PrestaShop 1.5 and 1.6.
  {
    name: 'prestashop-16',
    title: 'PrestaShop 1.5, 1.6 (payline)',
    keyForm: 'pair',
    steps: {
      en: [
        'in the back office, open Modules, find Payline and choose Configure',
        'fill in the merchant id and the access key, choose the environment, save',
      ],
      fr: [
        'dans le back-office, ouvrez Modules, cherchez Payline et choisissez Configurer',
        'remplissez l’identifiant du marchand et la clé d’accès, choisissez l’environnement, enregistrez',
      ],
    },
  },
  // Monext's plugin for WooCommerce: each of its three payment methods has its own copy of the key.
  {
    name: 'woocommerce',
    title: 'WooCommerce (woocommerce-payline)',
    keyForm: 'pair',
    steps: {
      en: [
        'in the admin, open WooCommerce > Settings > Payments and there, one after the other, all three Monext methods: standard, installments, subscription',
        'in each, fill in Merchant ID and Access key, choose the Environment (its first value is none), save',
      ],
      fr: [
        'dans l’administration, ouvrez WooCommerce > Réglages > Paiements puis, l’un après l’autre, les trois moyens Monext : standard, en plusieurs fois, abonnement',
        'dans chacun, remplissez Merchant ID et Access key, choisissez l’environnement (sa première valeur n’en est pas un), enregistrez',
      ],
    },
    byCommand: {
      en: [
        `or, where the forms were saved once and the merchant id stays, run this in bash, paste the value of the key (it is not shown) and press Enter; a method that was never saved answers "No data exists": ${command}`,
      ],
      fr: [
        `ou, si les formulaires ont déjà été enregistrés et que l’identifiant reste, lancez ceci dans bash, collez la valeur de la clé (elle ne s’affiche pas) et tapez Entrée ; un moyen jamais enregistré répond « No data exists » : ${command}`,
      ],
    },
  },
  // Monext's plugin for Sylius, which puts `Basic ` before the key itself (`MonextClient.php`).
  {
    name: 'sylius',
    title: 'Sylius (Monext)',
    keyForm: 'credentials',
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
  },
  // Third-party plugins for Sylius: StudioWaaz/WaazPaylinePlugin and ikamikaz3/MotherbrainSyliusPaylinePlugin.
  {
    name: 'sylius-third-party',
    title: 'Sylius (Waaz, Motherbrain)',
    keyForm: 'pair',
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
  },
  // The module of Thelia 2, thelia-modules/Payline.
  {
    name: 'thelia-2',
    title: 'Thelia 2 (Payline)',
    keyForm: 'pair',
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
  },
  // Monext's cartridge for Salesforce Commerce Cloud, which sends its preference unchanged as the header.
  {
    name: 'salesforce-admin',
    title: 'Salesforce Commerce Cloud (int_monext)',
    keyForm: 'authorization',
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
  },
] as const satisfies readonly Shop[];
