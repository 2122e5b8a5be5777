import type { Language } from '../../../shared/wording.ts';

const en = {
  title: 'Colleagues who receive keys',
  more: 'A key can be sealed for a colleague, so that nobody else can open it. Once for each of them: they send you one line, and you compare a code by phone.',
  none: 'No colleague yet.',
  line: 'The line that your colleague sent you',
  lineMore:
    'They run “cle recipient” in a terminal and send you the line that it prints, by any means: it is no secret.',
  showCode: 'Show the code',
  compare: 'Is it really your colleague’s?',
  compareMore: 'Call them: their terminal shows a control code. It must be this one.',
  controlCode: 'Control code',
  name: 'Your name for them',
  same: 'Same code: keep',
  differs: 'Another code',
  kept: (name: string) => `Keys can be sealed for ${name} from now on.`,
  notKept:
    'Nothing was kept. Somebody may have changed the line on its way: ask your colleague for it by another way.',
  rename: 'Rename',
  renameOf: (name: string) => `Rename ${name}`,
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  renamed: (name: string) => `The name is now ${name}.`,
  removed: (name: string) =>
    `No key is sealed for ${name} any more. Files that were sent can still be opened.`,
};

export type RecipientWords = typeof en;

const fr: RecipientWords = {
  title: 'Collègues qui reçoivent des clés',
  more: 'Une clé peut être scellée pour un collègue : personne d’autre ne pourra l’ouvrir. Une fois pour chacun : il vous envoie une ligne, et vous comparez un code par téléphone.',
  none: 'Aucun collègue enregistré.',
  line: 'La ligne que votre collègue vous a envoyée',
  lineMore:
    'Il lance « cle recipient » dans un terminal et vous envoie la ligne affichée, par n’importe quel moyen : ce n’est pas un secret.',
  showCode: 'Afficher le code',
  compare: 'Vient-elle vraiment de votre collègue ?',
  compareMore: 'Appelez-le : son terminal affiche un code de contrôle. Ce doit être celui-ci.',
  controlCode: 'Code de contrôle',
  name: 'Comment vous l’appelez',
  same: 'Même code : garder',
  differs: 'Un autre code',
  kept: (name) => `Des clés peuvent désormais être scellées pour ${name}.`,
  notKept:
    'Rien n’a été gardé. Quelqu’un a pu changer la ligne en chemin : demandez-la à votre collègue par un autre moyen.',
  rename: 'Renommer',
  renameOf: (name) => `Renommer ${name}`,
  save: 'Enregistrer',
  cancel: 'Annuler',
  remove: 'Retirer',
  removeOf: (name) => `Retirer ${name}`,
  renamed: (name) => `Le nom est désormais ${name}.`,
  removed: (name) =>
    `Aucune clé ne sera plus scellée pour ${name}. Les fichiers déjà envoyés s’ouvrent encore.`,
};

export const recipientWords: Readonly<Record<Language, RecipientWords>> = { en, fr };
