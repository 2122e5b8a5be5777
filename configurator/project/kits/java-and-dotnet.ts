import type { Kit } from './kit.ts';

/**
 * Payline's Java SDK, com.payline:payline-java-sdk. `Utils.java` reads `ACCES_KEY`, with one S: under any other name the key
 * is silently null. Only "true" means production there.
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

/**
 * Payline's .NET SDK, Monext.Payline.DotNetSDK. Where this file is missing or cannot be parsed, `SerialXML.cs` continues with
 * default values that belong to no merchant.
 */
export const paylineDotnet: Kit = {
  name: 'payline-dotnet',
  title: 'Payline .NET SDK',
  format: 'xml',
  files: ['payline.properties.xml'],
  shapes: [
    [
      { address: 'PaylineProperties.merchantID', field: 'merchantId' },
      { address: 'PaylineProperties.accessKey', field: 'accessKey' },
      {
        address: 'PaylineProperties.Production',
        field: 'environment',
        words: { homologation: 'false', production: 'true' },
      },
    ],
  ],
  hint: {
    en: 'make sure that the file is copied beside the program, and restart it: the SDK reads it once',
    fr: 'veillez à ce que le fichier soit copié à côté du programme, puis redémarrez-le : le SDK le lit une seule fois',
  },
};
