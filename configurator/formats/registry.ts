import type { Format } from './format.ts';

/**
 * Every format, by its word in `format:`. Each is loaded on demand: a parser costs up to 50 ms, more than the rest of the
 * command.
 */
const loaders = {
  env: async () => (await import('./env/env.ts')).env,
  hcl: async () => (await import('./hcl/hcl.ts')).hcl,
  ini: async () => (await import('./ini/ini.ts')).ini,
  json: async () => (await import('./json/json.ts')).json,
  php: async () => (await import('./php/php.ts')).php,
  properties: async () => (await import('./properties/properties.ts')).properties,
  python: async () => (await import('./python/python.ts')).python,
  script: async () => (await import('./script/script.ts')).script,
  toml: async () => (await import('./toml/toml.ts')).toml,
  xml: async () => (await import('./xml/xml.ts')).xml,
  yaml: async () => (await import('./yaml/yaml.ts')).yaml,
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof loaders;

/** The values of `format:`. */
export const formatNames = Object.keys(loaders) as readonly FormatName[];

/** Formats by file name, in lower case and without folders. The first match counts. */
export const namePatterns: readonly (readonly [RegExp, FormatName])[] = [
  [/^\.env(?:\..+)?$|\.env$/, 'env'],
  [/(?:\.tfvars|\.pkrvars\.hcl)(?:\.(?:dist|example|sample|template))?$|^terragrunt\.hcl$/, 'hcl'],
  [/\.(?:ini|cfg)(?:\.(?:dist|example|sample|template))?$/, 'ini'],
  [/\.json[c5]?(?:\.(?:dist|example|sample|template))?$/, 'json'],
  [/\.properties(?:\.(?:dist|example|sample|template))?$/, 'properties'],
  [/\.(?:php|inc)(?:\.(?:dist|example|sample|template))?$/, 'php'],
  [/\.py(?:\.(?:dist|example|sample|template))?$/, 'python'],
  [/\.[cm]?[jt]s(?:\.(?:dist|example|sample|template))?$/, 'script'],
  [/\.toml(?:\.(?:dist|example|sample|template))?$/, 'toml'],
  [/\.(?:xml|config)(?:\.(?:dist|example|sample|template))?$/, 'xml'],
  [/\.ya?ml(?:\.(?:dist|example|sample|template))?$/, 'yaml'],
];

/**
 * The format that follows from a file's name.
 *
 * @param path relative or absolute, with `/` or `\`
 * @returns `undefined` where none does, so the project file must name it
 */
export function formatOfFile(path: string): FormatName | undefined {
  const name = path.split(/[/\\]/).at(-1)?.toLowerCase() ?? '';
  return namePatterns.find(([pattern]) => pattern.test(name))?.[1];
}

export function isFormatName(word: string): word is FormatName {
  return Object.hasOwn(loaders, word);
}

/** Loads a format. Loading it again costs nothing. */
export function loadFormat(name: FormatName): Promise<Format> {
  return loaders[name]();
}
