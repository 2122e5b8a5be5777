import type { Kit } from './kit.ts';

const homologation = "@$payline_context == 'homo'";
const production = "@!$payline_context == 'homo'";

/** iZend's `includes/payline.inc`, where both keys stand in the branches of one `if`: each goes to its own branch. */
export const izend: Kit = {
  name: 'izend',
  title: 'iZend',
  format: 'php',
  files: ['includes/payline.inc'],
  shapes: [
    [
      {
        address: {
          homologation: `$payline_merchant_id${homologation}`,
          production: `$payline_merchant_id${production}`,
        },
        field: 'merchantId',
      },
      {
        address: {
          homologation: `$payline_access_key${homologation}`,
          production: `$payline_access_key${production}`,
        },
        field: 'accessKey',
      },
    ],
  ],
  hint: {
    en: '$payline_context says which of the two keys is used: "homo" or "prod"',
    fr: '$payline_context dit laquelle des deux clés sert : « homo » ou « prod »',
  },
};
