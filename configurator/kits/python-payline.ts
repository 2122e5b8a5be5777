import type { Kit } from './kit.ts';

/** rhertzog/python-payline, whose examples import `payline_secrets`. Which environment they call stands in their code. */
export const pythonPayline: Kit = {
  name: 'python-payline',
  title: 'python-payline',
  format: 'python',
  files: ['payline_secrets.py'],
  shapes: [
    [
      { address: 'MERCHANT_ID', field: 'merchantId' },
      { address: 'ACCESS_KEY', field: 'accessKey' },
    ],
  ],
  hint: {
    en: 'restart the program; whether it calls homologation stands in its code',
    fr: 'redémarrez le programme ; son code dit s’il appelle l’homologation',
  },
};
