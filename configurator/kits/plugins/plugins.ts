import { magento1 } from './magento-1.ts';
import { magento2 } from './magento-2.ts';
import type { Plugin } from './plugin.ts';
import { prestashop } from './prestashop.ts';
import { prestashop16 } from './prestashop-16.ts';
import { salesforceAdmin } from './salesforce-admin.ts';
import { sylius } from './sylius.ts';
import { syliusThirdParty } from './sylius-third-party.ts';
import { thelia2 } from './thelia-2.ts';
import { woocommerce } from './woocommerce.ts';

/** Every plugin that is known by name. */
export const plugins: readonly Plugin[] = [
  magento1,
  magento2,
  prestashop,
  prestashop16,
  woocommerce,
  sylius,
  syliusThirdParty,
  thelia2,
  salesforceAdmin,
];
