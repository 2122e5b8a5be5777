import type { Texts } from '../../../shared/wording.ts';

/** What `cle doctor` checks and repairs. */
export const doctorTexts = {
  'confirm-repair': { en: 'Repair this?', fr: 'Réparer cela ?' },
  'doctor-program': { en: 'this program', fr: 'ce programme' },
  'doctor-host': { en: 'the host that browsers start', fr: 'l’hôte que lancent les navigateurs' },
  'doctor-answers': {
    en: 'the host that browsers start answers, version {version}',
    fr: 'l’hôte que lancent les navigateurs répond, version {version}',
  },
  'doctor-no-browser': { en: 'no browser was found', fr: 'aucun navigateur trouvé' },
  'doctor-will': { en: 'to repair:', fr: 'à réparer :' },
  'doctor-unregister': {
    en: 'forget the project {dir}, which is gone',
    fr: 'oublier le projet {dir}, qui n’existe plus',
  },
  'doctor-restrict': {
    en: 'restrict {file} to this user',
    fr: 'réserver {file} à votre seul compte',
  },
  'doctor-identity-nobody': {
    en: 'this machine’s identity is in a file, without a passphrase',
    fr: 'l’identité de cette machine est dans un fichier, sans mot de passe',
  },
  'doctor-identity-person': {
    en: 'this machine’s identity is sealed to a passphrase that you know',
    fr: 'l’identité de cette machine est protégée par un mot de passe que vous connaissez',
  },
  'doctor-identity-keychain': {
    en: 'this machine’s identity is sealed to a passphrase that the system’s keychain keeps',
    fr: 'l’identité de cette machine est protégée par un mot de passe que garde le trousseau du système',
  },
  'doctor-well': { en: 'all is well', fr: 'tout va bien' },
} as const satisfies Texts;
