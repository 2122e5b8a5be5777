import type { Kit } from './kit.ts';

/** magopian/django-payline. `PAYLINE_DEBUG`, true where it is missing, chooses homologation (`processor.py`). */
export const djangoPayline: Kit = {
  name: 'django-payline',
  title: 'django-payline',
  format: 'python',
  files: ['settings.py', '*_settings.py', 'settings_*.py', 'settings/*.py'],
  shapes: [
    [
      { address: 'PAYLINE_MERCHANT_ID', field: 'merchantId' },
      { address: 'PAYLINE_KEY', field: 'accessKey' },
      {
        address: 'PAYLINE_DEBUG',
        field: 'environment',
        words: { homologation: 'true', production: 'false' },
        optional: true,
      },
    ],
  ],
  hint: {
    en: 'restart Django; only PAYLINE_DEBUG = False (in older versions PAYLINE_WSDL) makes it use production',
    fr: 'redémarrez Django ; seul PAYLINE_DEBUG = False (PAYLINE_WSDL dans les versions anciennes) choisit la production',
  },
};

/** rhertzog/python-payline, whose examples import `payline_secrets`. The environment is hard-coded. */
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
    en: 'restart the program; whether it calls homologation is set in its code',
    fr: 'redémarrez le programme ; son code dit s’il appelle l’homologation',
  },
};
