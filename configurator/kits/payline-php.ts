import type { Kit, KitSetting } from './kit.ts';

/** The words that the PHP SDK compares with (`PaylineSDK.php`). */
const words = { homologation: 'HOMO', production: 'PROD' } as const;

const settings: readonly KitSetting[] = [
  { address: 'MERCHANT_ID', field: 'merchantId' },
  { address: 'ACCESS_KEY', field: 'accessKey' },
  { address: 'ENVIRONMENT', field: 'environment', words },
  { address: 'ACCESS_KEY_REF', field: 'reference', optional: true },
];

/** Until 4.38 both keys stand in the branches of one `if (PRODUCTION)`, and each key goes to its own branch. */
const branches: readonly KitSetting[] = [
  {
    address: { homologation: 'MERCHANT_ID@!PRODUCTION', production: 'MERCHANT_ID@PRODUCTION' },
    field: 'merchantId',
  },
  {
    address: { homologation: 'ACCESS_KEY@!PRODUCTION', production: 'ACCESS_KEY@PRODUCTION' },
    field: 'accessKey',
  },
];

/**
 * Payline's PHP kit. Up to 4.38 it reads `configuration/identification.php`, where both keys stand in the branches of
 * one `if`; from 4.39 on `lib/CONFIG.php`, which defines constants or fills the session.
 */
export const paylinePhp: Kit = {
  name: 'payline-php',
  title: 'Payline PHP kit',
  format: 'php',
  files: ['lib/CONFIG.php', 'configuration/identification.php'],
  shapes: [settings, branches],
};
