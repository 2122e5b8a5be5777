import { AnyRefusal, type RefusalOf } from '../../shared/refusal.ts';
import type { Messages } from '../../shared/wording.ts';

/** Messages about one key in many projects. */
export const fleetMessages = {
  'fleet-merchant-unnamed': {
    en: {
      what: '"{file}" names no merchant',
      next: 'add merchant: to it, or run cle apply --project for it alone',
    },
    fr: {
      what: '« {file} » ne nomme pas de commerçant',
      next: 'ajoutez-y merchant:, ou lancez cle apply --project pour lui seul',
    },
  },
  'fleet-none': {
    en: {
      what: 'no project of this machine names merchant {merchant} and has a place for {environment}',
      next: 'run cle init in its folder, and add merchant: to its project file',
    },
    fr: {
      what: 'aucun projet de cette machine ne nomme le commerçant {merchant} avec une place pour {environment}',
      next: 'lancez cle init dans son dossier, et ajoutez merchant: à son fichier de projet',
    },
  },
  'fleet-incomplete': {
    en: {
      what: '{count} projects refuse the key; nothing has changed in them',
      next: 'fix the causes and run the same command again: the other projects keep the key',
    },
    fr: {
      what: '{count} projets refusent la clé ; rien n’y a changé',
      next: 'supprimez les causes et relancez la même commande : les autres projets gardent la clé',
    },
  },
} as const satisfies Messages;

/** Why a project is skipped: shown by the command line only. */
export const FleetRefusal: RefusalOf<typeof fleetMessages> = AnyRefusal;
