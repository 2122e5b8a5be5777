import type { Language } from '../../shared/wording.ts';

type Said = Readonly<Record<Language, string>>;

/** An example command line, and what it does. */
export interface Example {
  readonly line: string | Said;
  readonly about: Said;
}

const fromFile = {
  en: 'cle apply - --dry-run < key.json',
  fr: 'cle apply - --dry-run < cle.json',
};

/** The first steps, in order. */
export const firstSteps: readonly Example[] = [
  { line: 'cle init', about: { en: 'once in each project', fr: 'une fois par projet' } },
  {
    line: 'cle connect',
    about: {
      en: 'once on each computer, for the browser',
      fr: 'une fois par ordinateur, pour le navigateur',
    },
  },
  { line: 'cle apply', about: { en: 'type a key, masked', fr: 'taper une clé, masquée' } },
  { line: fromFile, about: { en: 'what would change', fr: 'ce qui changerait' } },
  { line: 'cle status', about: { en: 'which key is in which file', fr: 'quelle clé est dans quel fichier' } },
];

/** Examples of each command, the simplest first. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  init: [
    { line: 'cle init', about: { en: 'look, ask, write', fr: 'chercher, demander, écrire' } },
    {
      line: 'cle init --kit woocommerce',
      about: { en: 'a shop with its key in a database', fr: 'une boutique à clé en base de données' },
    },
  ],
  apply: [
    { line: 'cle apply', about: { en: 'type a key, masked', fr: 'taper une clé, masquée' } },
    {
      line: 'cle apply payline-production-x.age',
      about: { en: 'a key that a colleague sealed', fr: 'une clé chiffrée par un collègue' },
    },
    { line: fromFile, about: { en: 'what would change', fr: 'ce qui changerait' } },
    {
      line: 'cle apply - --environment production --yes',
      about: {
        en: 'paste a line "Authorization: Basic …", then Ctrl-D',
        fr: 'collez une ligne « Authorization: Basic … », puis Ctrl-D',
      },
    },
  ],
  status: [
    { line: 'cle status', about: { en: 'this project', fr: 'ce projet' } },
    {
      line: 'cle status --max-age 90d --expires-within 30d',
      about: { en: 'for a scheduled build', fr: 'pour un build planifié' },
    },
  ],
  undo: [{ line: 'cle undo', about: { en: 'take the last apply back', fr: 'annuler le dernier apply' } }],
  verify: [
    { line: 'cle verify', about: { en: 'the installed key', fr: 'la clé installée' } },
    {
      line: { en: 'cle verify - < key.json', fr: 'cle verify - < cle.json' },
      about: { en: 'another one', fr: 'une autre clé' },
    },
  ],
  rotate: [
    {
      line: 'cle rotate',
      about: { en: 'begin, or go on where it stopped', fr: 'commencer, ou reprendre où cela s’est arrêté' },
    },
  ],
  scan: [
    { line: 'cle scan', about: { en: 'this folder and its git', fr: 'ce dossier et son git' } },
    {
      line: 'cle scan --fail dist',
      about: { en: 'for a script: 3 where a key stands', fr: 'pour un script : 3 si une clé s’y trouve' },
    },
  ],
  recipient: [
    {
      line: 'cle recipient',
      about: { en: 'one line to send, a code to say', fr: 'une ligne à envoyer, un code à dire' },
    },
  ],
  seal: [
    {
      line: { en: 'cle seal --to "cle1:…" < key.json', fr: 'cle seal --to "cle1:…" < cle.json' },
      about: { en: 'for a colleague', fr: 'pour un collègue' },
    },
  ],
  connect: [
    { line: 'cle connect', about: { en: 'every installed browser', fr: 'chaque navigateur installé' } },
    { line: 'cle connect --browser firefox', about: { en: 'one browser', fr: 'un navigateur' } },
  ],
  disconnect: [{ line: 'cle disconnect', about: { en: 'every browser', fr: 'chaque navigateur' } }],
  doctor: [
    { line: 'cle doctor', about: { en: 'what is wrong, and why', fr: 'ce qui ne va pas, et pourquoi' } },
    { line: 'cle doctor --fix', about: { en: 'repair it', fr: 'le réparer' } },
  ],
  allow: [
    {
      line: 'cle allow',
      about: { en: 'look at the commands, then allow them', fr: 'voir les commandes, puis les autoriser' },
    },
  ],
  schema: [
    {
      line: 'cle schema > cle.schema.json',
      about: {
        en: 'then, first in cle.config.yaml: # yaml-language-server: $schema=cle.schema.json',
        fr: 'puis, en tête de cle.config.yaml : # yaml-language-server: $schema=cle.schema.json',
      },
    },
  ],
  completion: [
    {
      line: 'cle completion',
      about: { en: 'the shells, and where each goes', fr: 'les shells, et où va chacun' },
    },
    { line: 'cle completion bash >> ~/.bashrc', about: { en: 'for bash', fr: 'pour bash' } },
  ],
};

/** An example's command line in a language. */
export function lineOf({ line }: Example, language: Language): string {
  return typeof line === 'string' ? line : line[language];
}
