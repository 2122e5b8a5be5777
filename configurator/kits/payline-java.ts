import type { Kit } from './kit.ts';

/**
 * Payline's Java SDK, com.payline:payline-java-sdk. `Utils.java` asks for `ACCES_KEY`, with one S: under any other name the
 * key is null without a word. Only "true" means production there.
 */
export const paylineJava: Kit = {
  name: 'payline-java',
  title: 'Payline Java SDK',
  format: 'properties',
  files: ['payline.properties'],
  shapes: [
    [
      { address: 'MERCHANT_ID', field: 'merchantId' },
      { address: 'ACCES_KEY', field: 'accessKey' },
      {
        address: 'PRODUCTION',
        field: 'environment',
        words: { homologation: 'false', production: 'true' },
      },
    ],
  ],
  hint: {
    en: 'build it in and restart the program: the SDK reads payline.properties once, from the class path',
    fr: 'recompilez et redémarrez le programme : le SDK lit payline.properties une seule fois, dans le class path',
  },
};
