import type { Field } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import type { Language } from '../../shared/wording.ts';
import { formatNames } from '../formats/registry.ts';
import { kits } from './kits/kits.ts';
import { plugins } from './kits/plugins.ts';

type Sentence = Readonly<Record<Language, string>>;

/** The form of a value, which names how it is read; a list contains the allowed words. */
export type Form =
  | 'version'
  | 'text'
  | 'dialect'
  | 'flag'
  | 'path'
  | 'environments'
  | 'targets'
  | 'settings'
  | 'given'
  | 'command'
  | 'server'
  | 'nodes'
  | 'place'
  | readonly string[];

/** The definition of one word of the project file. */
export interface WordDefinition {
  readonly about: Sentence;
  readonly form: Form;
  readonly required?: true;
}

/** The words allowed in one map of the project file. The reader and the JSON Schema are both based on these. */
export type Definition = Readonly<Record<string, WordDefinition>>;

export const rootWords = {
  version: {
    about: {
      en: 'The version of this file’s format: 1.',
      fr: 'La version du format de ce fichier : 1.',
    },
    form: 'version',
    required: true,
  },
  merchant: {
    about: {
      en: 'The merchant id, in quotes. A key of any other merchant is refused.',
      fr: 'L’identifiant du commerçant, entre guillemets. La clé d’un autre commerçant est refusée.',
    },
    form: 'text',
  },
  environments: {
    about: {
      en: 'Where the keys of each environment go.',
      fr: 'Où vont les clés de chaque environnement.',
    },
    form: 'environments',
    required: true,
  },
} as const satisfies Definition;

export const environmentWords: Readonly<Record<Environment, WordDefinition>> = {
  homologation: {
    about: {
      en: 'Everything that takes the key of the test environment.',
      fr: 'Tout ce qui prend la clé de l’environnement de test.',
    },
    form: 'targets',
  },
  production: {
    about: {
      en: 'Everything that takes the key of the live environment.',
      fr: 'Tout ce qui prend la clé de l’environnement de production.',
    },
    form: 'targets',
  },
};

const placeWords = {
  file: {
    about: {
      en: 'The file, relative to the project’s folder. It must be inside that folder.',
      fr: 'Le fichier, relatif au dossier du projet. Il doit être dans ce dossier.',
    },
    form: 'path',
    required: true,
  },
  dialect: {
    about: {
      en: 'How the program that reads the file understands it, where that differs: for a .env file dotenv, compose, docker…',
      fr: 'Comment le programme qui lit le fichier le comprend, si cela diffère : pour un .env, dotenv, compose, docker…',
    },
    form: 'dialect',
  },
  uncomment: {
    about: {
      en: 'true: fill in a commented "#NAME=" of a .env file in its place, not on the line after it.',
      fr: 'true : remplir à sa place une ligne « #NOM= » d’un .env, et non sur la ligne suivante.',
    },
    form: 'flag',
  },
} as const satisfies Definition;

/** A file whose addresses are in the project file. */
export const fileWords = {
  ...placeWords,
  format: {
    about: {
      en: 'The file’s format, if its name does not tell.',
      fr: 'Le format du fichier, si son nom ne l’indique pas.',
    },
    form: formatNames,
  },
  set: {
    about: {
      en: 'What goes where: each address in the file, and the field of the key for it.',
      fr: 'Ce qui va où : chaque adresse du fichier, et le champ de la clé qu’elle reçoit.',
    },
    form: 'settings',
    required: true,
  },
} as const satisfies Definition;

/** A file of a known product. */
export const kitWords = {
  ...placeWords,
  kit: {
    about: {
      en: 'The product that reads the file, which determines what goes where.',
      fr: 'Le produit qui lit le fichier, ce qui détermine ce qui va où.',
    },
    form: kits.map(({ name }) => name),
    required: true,
  },
} as const satisfies Definition;

/** A product that keeps its key in a database. */
export const byHandWords = {
  kit: {
    about: {
      en: 'A shop that keeps its key in a database: nothing is written, "cle apply" shows the steps.',
      fr: 'Une boutique qui garde sa clé en base de données : rien n’est écrit, « cle apply » montre les étapes.',
    },
    form: plugins.map(({ name }) => name),
    required: true,
  },
} as const satisfies Definition;

export const commandWords = {
  command: {
    about: {
      en: 'A program and its arguments, run without a shell once allowed with "cle allow".',
      fr: 'Un programme et ses arguments, lancé sans shell une fois autorisé par « cle allow ».',
    },
    form: 'command',
    required: true,
  },
  set: {
    about: {
      en: 'The field of the key that the program gets on standard input.',
      fr: 'Le champ de la clé que le programme reçoit sur l’entrée standard.',
    },
    form: 'given',
    required: true,
  },
} as const satisfies Definition;

export const vaultWords = {
  vault: {
    about: {
      en: 'The address of HashiCorp Vault or OpenBao, or VAULT_ADDR for the one that this variable names. The token comes from VAULT_TOKEN or ~/.vault-token.',
      fr: 'L’adresse de HashiCorp Vault ou OpenBao, ou VAULT_ADDR pour celle que nomme cette variable. Le jeton vient de VAULT_TOKEN ou de ~/.vault-token.',
    },
    form: 'server',
    required: true,
  },
  nodes: {
    about: {
      en: 'The addresses of the other nodes of its cluster. A standby may redirect to these, and to no others.',
      fr: 'Les adresses des autres nœuds de sa grappe. Un nœud en attente ne peut renvoyer qu’à ceux-ci.',
    },
    form: 'nodes',
  },
  mount: {
    about: {
      en: 'Where the KV version 2 engine is mounted; "secret" by default.',
      fr: 'Le point de montage du moteur KV version 2 ; « secret » par défaut.',
    },
    form: 'place',
  },
  path: {
    about: { en: 'The path of the secret.', fr: 'Le chemin du secret.' },
    form: 'place',
    required: true,
  },
  namespace: {
    about: { en: 'The namespace of the secret.', fr: 'Le namespace du secret.' },
    form: 'place',
  },
  set: {
    about: {
      en: 'The names in the secret, and the field of the key that each gets.',
      fr: 'Les noms dans le secret, et le champ de la clé que chacun reçoit.',
    },
    form: 'settings',
    required: true,
  },
} as const satisfies Definition;

/** `field: environment` with the place's own words, of which the target's environment needs one. */
export const givenWords = {
  field: {
    about: {
      en: 'environment: the place gets its own word for the environment.',
      fr: 'environment : l’endroit reçoit son propre mot pour l’environnement.',
    },
    form: ['environment'],
    required: true,
  },
  homologation: {
    about: {
      en: 'What the place calls the test environment, such as HOMO.',
      fr: 'Le nom que l’endroit donne à l’environnement de test, comme HOMO.',
    },
    form: 'text',
  },
  production: {
    about: {
      en: 'What the place calls the live environment, such as PROD.',
      fr: 'Le nom que l’endroit donne à la production, comme PROD.',
    },
    form: 'text',
  },
} as const satisfies Definition;

/** A description of each field of a key. */
export const fieldAbout: Readonly<Record<Field, Sentence>> = {
  merchantId: { en: 'the merchant id', fr: 'l’identifiant du commerçant' },
  accessKey: { en: 'the value of the key', fr: 'la valeur de la clé' },
  reference: { en: 'the reference of the key', fr: 'la référence de la clé' },
  authorization: { en: 'the header’s value, with "Basic "', fr: 'la valeur de l’en-tête, avec « Basic »' },
  credentials: { en: 'the same without "Basic "', fr: 'la même sans « Basic »' },
  environment: { en: 'the environment’s name', fr: 'le nom de l’environnement' },
};

/** A path in Vault. */
export const placePattern = /^[\w.@ -]+(?:\/[\w.@ -]+)*$/;
