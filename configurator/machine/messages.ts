import { AnyRefusal, type RefusalOf } from '../../shared/refusal.ts';
import type { Messages } from '../../shared/wording.ts';

/** Messages of the command line only: writing a sealed file, the system’s keychain. */
export const machineMessages = {
  'output-exists': {
    en: {
      what: '"{file}" already exists and is not overwritten',
      next: 'remove it, or name another with --output',
    },
    fr: {
      what: '« {file} » existe déjà et n’est pas écrasé',
      next: 'supprimez-le, ou nommez-en un autre avec --output',
    },
  },
  'output-failed': {
    en: {
      what: '"{file}" cannot be written ({reason})',
      next: 'name another place with --output',
    },
    fr: {
      what: '« {file} » ne peut être écrit ({reason})',
      next: 'nommez un autre endroit avec --output',
    },
  },
  'keychain-unavailable': {
    en: {
      what: 'this system has no keychain that this program can use, or it is locked',
      next: 'unlock it (on Linux install secret-tool first), or run: cle recipient --passphrase',
    },
    fr: {
      what: 'ce système n’a pas de trousseau que ce programme sache utiliser, ou il est verrouillé',
      next: 'déverrouillez-le (sous Linux, installez d’abord secret-tool), ou lancez : cle recipient --passphrase',
    },
  },
} as const satisfies Messages;

/** A refusal that only the command line shows. */
export const MachineRefusal: RefusalOf<typeof machineMessages> = AnyRefusal;
