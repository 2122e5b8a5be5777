import { Refusal } from '../../shared/refusal.ts';
import { decode } from './encoding.ts';
import type { Format } from './format.ts';
import { type FormatName, formatNames, loadFormat } from './registry.ts';

type Kind =
  | 'format-of-code'
  | 'format-of-server'
  | 'format-of-unit'
  | 'format-of-image'
  | 'format-of-terraform';

/** Files that none of our formats fits, by their name, some also by their text. The first match counts. */
const kinds: readonly (readonly [name: RegExp, text: RegExp, kind: Kind, title: string])[] = [
  [/^(?:dockerfile|containerfile)(?:\.[\w.-]+)?$|\.dockerfile$/, /(?:)/, 'format-of-image', 'Dockerfile'],
  [/\.(?:tf|tofu)$/, /(?:)/, 'format-of-terraform', 'Terraform'],
  [/\.(?:service|timer|socket|mount|target)$/, /^\[(?:Unit|Service)\]/m, 'format-of-unit', 'systemd'],
  [/\.conf$/, /^\[(?:Unit|Service)\]\s*$/m, 'format-of-unit', 'systemd'],
  [/^\.htaccess$|^httpd.*\.conf$|^apache2?.*\.conf$|\.vhost$/, /(?:)/, 'format-of-server', 'Apache'],
  [/^nginx.*\.conf$|^fastcgi_params$/, /(?:)/, 'format-of-server', 'nginx'],
  [/(?:^|\.conf|^[^.]+)$/, /^\s*(?:<VirtualHost|<Directory|SetEnv(?:If)?\s)/im, 'format-of-server', 'Apache'],
  [
    /(?:^|\.conf|^[^.]+)$/,
    /^\s*(?:(?:server|location|upstream|http)\b[^=\n]*\{|fastcgi_param\s)/m,
    'format-of-server',
    'nginx',
  ],
  [/\.conf$/, /^\s*include\s+["a-z(]|^[^#\n=]*[{]\s*$|\$\{\?|^\s*[\w.-]+\s*[:{]/m, 'format-of-code', 'HOCON'],
];

/** Languages that have no format here, by file extension. */
const languages: Readonly<Record<string, string>> = {
  bat: 'Windows batch',
  clj: 'Clojure',
  cmd: 'Windows batch',
  cs: 'C#',
  cue: 'CUE',
  dart: 'Dart',
  dhall: 'Dhall',
  edn: 'EDN',
  ex: 'Elixir',
  exs: 'Elixir',
  go: 'Go',
  gradle: 'Gradle',
  groovy: 'Groovy',
  hcl: 'HCL',
  hocon: 'HOCON',
  java: 'Java',
  jsonnet: 'Jsonnet',
  kt: 'Kotlin',
  kts: 'Kotlin',
  lua: 'Lua',
  neon: 'NEON',
  nix: 'Nix',
  pl: 'Perl',
  pm: 'Perl',
  ps1: 'PowerShell',
  rb: 'Ruby',
  rs: 'Rust',
  scala: 'Scala',
  swift: 'Swift',
  vb: 'Visual Basic',
};

/**
 * The refusal for a file whose format does not follow from its name, with what can be done.
 *
 * @returns `format-of-…` for a known kind of file; else `format-unknown` with the formats that it parses as, or
 *   `format-none`
 * @throws Refusal `file-encoding`
 */
export async function unknownFormat(file: string, bytes: Uint8Array): Promise<Refusal> {
  const name = file.split(/[/\\]/).at(-1)?.toLowerCase() ?? '';
  const { text } = decode(bytes, { encoding: 'bytes' }, file);
  const fitting = await fittingFormats(file, bytes);
  const language = languages[/\.(\w+)$/.exec(name)?.[1] ?? ''];
  if (language) return new Refusal('format-of-code', { file, format: language });
  const kind = kinds.find(([names, texts]) => names.test(name) && texts.test(text));
  if (kind && !(kind[3] === 'HOCON' && fitting.includes('ini'))) {
    return new Refusal(kind[2], { file, format: kind[3] });
  }
  if (fitting.length === 0) return new Refusal('format-none', { file });
  return new Refusal('format-unknown', { file, known: fitting.join(', ') });
}

/** What the lines of these formats look like, apart from comments: without this, almost any text would parse as them. */
const lines: Partial<Record<FormatName, RegExp>> = {
  env: /^(?:export[ \t]+)?[A-Za-z_]\w*=/,
  ini: /^(?:\[[^\]]+\]|[^\s=][^={}]*=)/,
  properties: /^[\w.-]+[ \t]*[=:](?!.*[{;]$)/,
};

/** The formats as which a file parses with at least one entry, so that naming one of them works. */
async function fittingFormats(file: string, bytes: Uint8Array): Promise<FormatName[]> {
  const fitting: FormatName[] = [];
  for (const name of formatNames) {
    if (fits(await loadFormat(name), name, file, bytes)) fitting.push(name);
  }
  return fitting;
}

function fits(format: Format, name: FormatName, file: string, bytes: Uint8Array): boolean {
  try {
    const { text } = decode(bytes, format, file);
    const pattern = lines[name];
    const own = text.split(/\r\n|\n|\r/).filter((line) => /^\s*[^\s#;]/.test(line));
    if (pattern && !own.every((line) => pattern.test(line.trim()))) return false;
    // To YAML, a text without names is a single value.
    return format.read(text, { file, dialect: undefined }).some(({ address }) => /^[^[]/.test(address));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
