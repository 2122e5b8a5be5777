import type { Texts } from '../../../shared/wording.ts';

/** One key in many projects. */
export const fleetTexts = {
  'confirm-fleet': {
    en: 'Install the key in these {count} projects?',
    fr: 'Installer la clé dans ces {count} projets ?',
  },
  progress: { en: '{done} of {all}', fr: '{done} sur {all}' },
  'fleet-installed': { en: 'in place, {changed} changed', fr: 'en place, {changed} modifiés' },
  'fleet-to-install': { en: 'to change: {changed}', fr: 'à modifier : {changed}' },
  'fleet-in-doubt': {
    en: 'in place, {changed} changed, except for an external target',
    fr: 'en place, {changed} modifiés, sauf une cible externe',
  },
  'fleet-doubts': {
    en: 'projects with an external target that may not have the key: {count}',
    fr: 'projets dont une cible externe n’a peut-être pas la clé : {count}',
  },
  'fleet-unchanged': { en: 'already in place', fr: 'déjà en place' },
  'fleet-refused': { en: 'refused', fr: 'refusé' },
  'fleet-passed-over': { en: 'skipped', fr: 'ignoré' },
  'fleet-more': { en: 'and {rest} more', fr: 'et {rest} autres' },
  'fleet-counts': {
    en: 'projects with the key, or to get it: {installed}; already: {unchanged}; refused: {refused}; skipped: {passed}',
    fr: 'projets avec la clé, ou qui la recevront : {installed} ; déjà : {unchanged} ; refusés : {refused} ; ignorés : {passed}',
  },
} as const satisfies Texts;
