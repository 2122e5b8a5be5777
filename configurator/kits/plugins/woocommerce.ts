import type { Plugin } from './plugin.ts';

/** `wp option patch update` reads the value from standard input where none is given (developer.wordpress.org/cli). */
const command =
  'read -rs KEY; for each in payline payline_nx payline_rec; do printf %s "$KEY" | wp option patch update woocommerce_"$each"_settings access_key; done; unset KEY';

/** Monext's plugin for WooCommerce: each of its three payment methods keeps a copy of the key of its own. */
export const woocommerce: Plugin = {
  name: 'woocommerce',
  title: 'WooCommerce (woocommerce-payline)',
  shape: 'pair',
  signs: [{ file: 'wp-content/plugins/*/woocommerce-payline.php' }],
  code: ['wp-content/plugins/*payline', 'wp-content/plugins/*monext*'],
  steps: {
    en: [
      'in the admin, open WooCommerce > Settings > Payments and there, one after the other, all three Monext methods: standard, installments, subscription',
      'in each, fill in Merchant ID and Access key, choose the Environment (its first value is none), save',
      `or, where the forms were saved once and the merchant id stays, run this in bash, paste the value of the key (it is not shown) and press Enter; a method that was never saved answers "No data exists": ${command}`,
    ],
    fr: [
      'dans l’administration, ouvrez WooCommerce > Réglages > Paiements puis, l’un après l’autre, les trois moyens Monext : standard, en plusieurs fois, abonnement',
      'dans chacun, remplissez Merchant ID et Access key, choisissez l’environnement (sa première valeur n’en est pas un), enregistrez',
      `ou, si les formulaires ont déjà été enregistrés et que l’identifiant reste, lancez ceci dans bash, collez la valeur de la clé (elle ne s’affiche pas) et tapez Entrée ; un moyen jamais enregistré répond « No data exists » : ${command}`,
    ],
  },
};
