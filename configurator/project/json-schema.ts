import { fields } from '../../shared/access-key.ts';
import { type Environment, environments } from '../../shared/environment.ts';
import type { Language } from '../../shared/wording.ts';
import { type FormatName, formatNames, loadFormat, namePatterns } from '../formats/registry.ts';
import { kits } from './kits/kits.ts';
import { plugins } from './kits/plugins.ts';
import { projectFileName, vaultVariable } from './project.ts';
import {
  byHandWords,
  commandWords,
  type Definition,
  environmentWords,
  type Form,
  fieldAbout,
  fileWords,
  givenWords,
  kitWords,
  placePattern,
  rootWords,
  vaultWords,
  type WordDefinition,
} from './words.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The current place in the schema: what a target takes depends on its environment. */
interface Place {
  readonly language: Language;
  readonly environment: Environment | undefined;
  /** The dialects of every format. */
  readonly dialects: ReadonlyMap<FormatName, readonly string[]>;
}

const text = { type: 'string', minLength: 1 };
const origin = '[Hh][Tt][Tt][Pp][Ss]?://[^/?#@]+/?';

/** Paths that are absolute on any system, or leave the folder at once; `insidePath` checks the rest. */
const outside = String.raw`^(?:[/\\]|[A-Za-z]:|\.\.(?:[/\\]|$))`;

/** The description shown beside a word: a product's title, or what a field is. */
function aboutWord(word: string, language: Language): string {
  const field = fields.find((name) => name === word);
  if (field) return fieldAbout[field][language];
  return [...kits, ...plugins].find(({ name }) => name === word)?.title ?? word;
}

function oneOfWords(words: readonly string[], language: Language): JsonSchema {
  return { type: 'string', enum: words, enumDescriptions: words.map((word) => aboutWord(word, language)) };
}

/** The schema of a form, which accepts what the function that reads the form accepts. */
function schemaOf(form: Form, place: Place): JsonSchema {
  if (typeof form !== 'string') return oneOfWords(form, place.language);
  switch (form) {
    case 'version':
      return { const: 1 };
    case 'text':
      return text;
    case 'dialect':
      return oneOfWords([...new Set([...place.dialects.values()].flat())], place.language);
    case 'flag':
      return { type: 'boolean' };
    case 'path':
      return { ...text, not: { pattern: outside } };
    case 'server':
      return { ...text, pattern: `^(?:${vaultVariable}|${origin})$` };
    case 'nodes':
      return { type: 'array', items: { ...text, pattern: `^${origin}$` } };
    case 'place':
      return { ...text, pattern: placePattern.source.replace('^', '^/*').replace('$', '/*$') };
    case 'command':
      return { type: 'array', items: text, minItems: 1 };
    case 'given':
      return given(place);
    case 'settings':
      return { type: 'object', additionalProperties: given(place) };
    case 'targets':
      return { type: 'array', items: target(place) };
    case 'environments':
      return mapOf(environmentWords, place, (word) => ({
        ...place,
        environment: environments.find((each) => each === word),
      }));
  }
}

function described({ about, form }: WordDefinition, place: Place): JsonSchema {
  return { description: about[place.language], ...schemaOf(form, place) };
}

/** A map with the words of a definition, and no others. */
function mapOf(definition: Definition, place: Place, placeOf = (_word: string) => place): JsonSchema {
  const words = Object.entries(definition);
  return {
    type: 'object',
    properties: Object.fromEntries(words.map(([word, each]) => [word, described(each, placeOf(word))])),
    required: words.filter(([, { required }]) => required).map(([word]) => word),
    additionalProperties: false,
  };
}

/** A field, or the place's own words for the environment, of which the needed one is required. */
function given(place: Place): JsonSchema {
  const words = { ...mapOf(givenWords, place), required: ['field', place.environment] };
  // Editors complete the values of any name by `anyOf`, and not by `if`.
  return { anyOf: [oneOfWords(fields, place.language), words] };
}

/**
 * The kinds of target, in the order in which the reader tests them. The words of all kinds are also listed as properties,
 * so that an editor offers them while the map is empty.
 */
function target(place: Place): JsonSchema {
  const byHand = { properties: { kit: { enum: byHandWords.kit.form } }, required: ['kit'] };
  const others = either(
    [
      [byHand, mapOf(byHandWords, place)],
      [{ required: ['command'] }, mapOf(commandWords, place)],
      [{ required: ['vault'] }, mapOf(vaultWords, place)],
      [{ required: ['kit'] }, { ...mapOf(kitWords, place), ...dialectsByKit(place) }],
    ],
    { ...mapOf(fileWords, place), ...dialectsByFile(place) },
  );
  const { kit, ...kitPlace } = kitWords;
  const offered = { ...kitPlace, ...vaultWords, ...commandWords, ...fileWords };
  const words = Object.entries(offered).map(([word, { about }]) => [
    word,
    { description: about[place.language] },
  ]);
  const products = oneOfWords([...kit.form, ...byHandWords.kit.form], place.language);
  const properties = {
    ...Object.fromEntries(words),
    kit: { description: kit.about[place.language], ...products },
  };
  return { type: 'object', properties, ...others };
}

/** The schema of the first condition that holds; else `otherwise`. */
function either(
  cases: readonly (readonly [condition: JsonSchema, schema: JsonSchema])[],
  otherwise: JsonSchema,
): JsonSchema {
  return cases.reduceRight<JsonSchema>(
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    (rest, [condition, schema]) => ({ if: condition, then: schema, else: rest }),
    otherwise,
  );
}

/** The dialects of a format; `dialect:` is refused where it has only one. */
function dialectsOf(name: FormatName, { dialects }: Place): JsonSchema {
  const words = dialects.get(name) ?? [];
  return { properties: { dialect: words.length > 0 ? { enum: words } : false } };
}

function dialectsByFile(place: Place): JsonSchema {
  const byFormat = formatNames.map((name) => {
    const condition = { properties: { format: { const: name } }, required: ['format'] };
    return [condition, dialectsOf(name, place)] as const;
  });
  const byName = namePatterns.map(([{ source }, name]) => {
    // The pattern is for the last segment of the path.
    const pattern = source.replace(/^\^/, String.raw`(?:^|[/\\])(?=[^/\\]*$)`);
    return [{ properties: { file: { pattern } }, required: ['file'] }, dialectsOf(name, place)] as const;
  });
  return either([...byFormat, ...byName], {});
}

function dialectsByKit(place: Place): JsonSchema {
  const byKit = kits.map(({ name, format }) => {
    return [{ properties: { kit: { const: name } } }, dialectsOf(format, place)] as const;
  });
  return either(byKit, {});
}

/** The JSON Schema of a project file, by which an editor completes, explains and checks one. */
export async function projectFileSchema(language: Language): Promise<JsonSchema> {
  const formats = await Promise.all(
    formatNames.map(async (name) => [name, (await loadFormat(name)).dialects] as const),
  );
  const place = { language, dialects: new Map(formats), environment: undefined };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: projectFileName,
    ...mapOf(rootWords, place),
  };
}
