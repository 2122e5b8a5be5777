import type { Kit } from './kit.ts';

/**
 * Payline's .NET SDK, Monext.Payline.DotNetSDK. Where this file is missing or cannot be parsed, `SerialXML.cs` goes on with
 * values of its own that no merchant has.
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
    en: 'see that the file is copied beside the program, and restart it: the SDK reads it once',
    fr: 'veillez à ce que le fichier soit copié à côté du programme, puis redémarrez-le : le SDK le lit une seule fois',
  },
};
