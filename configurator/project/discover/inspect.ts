import { Refusal } from '../../../shared/refusal.ts';
import { decode } from '../../formats/encoding.ts';
import { encryptionOf } from '../../formats/encrypted-file.ts';
import type { Entry } from '../../formats/format.ts';
import { type FormatName, formatOfFile, loadFormat } from '../../formats/registry.ts';
import { saysPayline } from '../environment-signs.ts';
import type { Kit } from '../kits/kit.ts';
import { fieldOfAddress } from './environment-of.ts';
import type { Finding } from './finding.ts';
import { DiscoveryRefusal } from './messages.ts';
import { recogniseKit, recogniseNames } from './recognise.ts';
import { readSmall } from './walk.ts';

/** What makes a file's name one of an example. `default.json` is a real one; `payline.default.xml` is not. */
const name =
  /(?:^|[._-])(?:dist|examples?|exemples?|samples?|templates?|tpl|stub|skel|j2|jinja2?|erb|tmpl|gotmpl|ctmpl|tftpl|hbs|mustache)(?:$|[._-])|\.defaults?(?:\.|$)|^default\.settings\./i;
const folder =
  /(?:^|\/)(?:examples?|exemples?|samples?|docs?|documentation|fixtures?|testdata|__(?:tests|mocks|fixtures)__)\//i;

/** Says whether a file shows how the real one looks: a key has no place there. */
function isExample(file: string): boolean {
  return name.test(file.slice(file.lastIndexOf('/') + 1)) || folder.test(file);
}

/** What makes a file's name one of a copy that somebody kept. */
const copyName = /[._-](?:old|bak|backup|orig|save|copy)\d*(?:$|[._-])|[ _-]copy\b|\(\d+\)\.|~$/i;

/** The file's name without what makes it an example, so that it is known for what it shows. */
export function realName(file: string): string {
  return file.replace(/\.(?:dist|example|sample|template|tpl|default|stub)(?=\.[^./]+$|$)/i, '');
}

/** A file that may take a key, by its name. */
export interface Candidate {
  readonly file: string;
  /** The kits that keep a file of that name. */
  readonly kits: readonly Kit[];
  /** Whether names in it are looked for, too. */
  readonly byNames: boolean;
}

/**
 * Looks into one file of a tree.
 *
 * @returns what was found in it, for each environment; a refusal that says why the file is passed over although it has to do with Payline;
 *   `undefined` where it has not
 */
export async function inspect(
  root: string,
  candidate: Candidate,
): Promise<readonly Finding[] | Refusal | undefined> {
  const { file } = candidate;
  let ofPayline = saysPayline(file);
  try {
    const bytes = readSmall(root, file);
    ofPayline ||= saysPayline(bytes.toString('latin1'));
    if (ofPayline) await refuseUnfit(file, bytes);
    if (copyName.test(file.slice(file.lastIndexOf('/') + 1))) {
      return ofPayline ? new DiscoveryRefusal('file-copy', { file }) : undefined;
    }
    if (!isExample(file)) return await recognise(bytes, candidate, ofPayline);
    return ofPayline ? new DiscoveryRefusal('file-example', { file }) : undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What is said of an entry was said of one that a kit takes.
    return ofPayline || error.code.startsWith('entry-') ? error : undefined;
  }
}

/** @throws Refusal `target-encrypted`, `file-texts` where nothing may be proposed whatever the file says */
async function refuseUnfit(file: string, bytes: Buffer): Promise<void> {
  if (encryptionOf(file, bytes, '')) {
    const encryption = encryptionOf(file, bytes, await keyAddress(file, bytes));
    if (encryption) throw new Refusal('target-encrypted', { file, ...encryption });
  }
  if (isTranslation(file)) throw new DiscoveryRefusal('file-texts', { file, line: 1 });
}

/** Where the key most likely stands in a file that a tool encrypts but for its names. */
async function keyAddress(file: string, bytes: Buffer): Promise<string> {
  const name = formatOfFile(file);
  const [said = 'payline.access_key'] =
    /[\w:-]*(?:payline|monext)[\w:-]*key\b/i.exec(bytes.toString('latin1')) ?? [];
  try {
    const { entries } = name ? await readEntries(bytes, file, name, undefined) : { entries: [] };
    const entry = entries.find(({ address }) => fieldOfAddress(address) === 'accessKey');
    return entry?.address ?? said;
  } catch (error) {
    if (error instanceof Refusal) return said;
    throw error;
  }
}

const translationFolder =
  /(?:^|\/)(?:translations?|locales?|langs?|languages?|i18n|l10n|intl|lc_messages)(?:\/|$)/i;
const languageCode = '[a-z]{2}(?:[_-][A-Za-z]{2,4})?';
const translationName = new RegExp(
  `^(?:(?:messages|labels|strings|texts|translations?|validators|locali[sz]ations?)(?:[._-]${languageCode})?|${languageCode})\\.(?:ya?ml|json5?|php|properties|xliff?|xlf|ts|js|toml|ini)$`,
  'i',
);

/** Says whether a file holds texts in a language: by its folder, or its name. */
function isTranslation(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return translationFolder.test(file.slice(0, -name.length)) || translationName.test(name);
}

async function recognise(
  bytes: Buffer,
  { file, kits, byNames }: Candidate,
  ofPayline: boolean,
): Promise<readonly Finding[] | Refusal | undefined> {
  for (const kit of kits) {
    const { format, entries } = await readEntries(bytes, file, kit.format, kit.dialect);
    const finding = recogniseKit(file, entries, kit, format, commentedNames(bytes, kit.format));
    if (finding) return [finding];
  }
  const name = formatOfFile(file);
  // Parsing every file of a large tree takes seconds; looking for a word in it does not.
  if (!byNames || !name || !ofPayline) return undefined;
  const { entries } = await readEntries(bytes, file, name, undefined);
  const findings = recogniseNames(file, name === 'xml' ? namedByAttributes(entries) : entries);
  return findings.length > 0 ? findings : commentedOut(bytes, file, name);
}

async function readEntries(bytes: Buffer, file: string, name: FormatName, dialect: string | undefined) {
  const format = await loadFormat(name);
  const entries: Entry[] = format.read(decode(bytes, format, file).text, { file, dialect });
  return { format, entries };
}

/** XML whose elements a `key` or `name` tells, with the addresses that say it: `add[@key="PaylineKey"]/@value`. */
function namedByAttributes(entries: readonly Entry[]): Entry[] {
  const names = new Map(
    entries.flatMap(({ address, value }) => {
      const [, element = '', attribute] = /^(.*)\/@(key|name)$/.exec(address) ?? [];
      return attribute && value && !value.includes('"')
        ? [[element, `[@${attribute}="${value}"]`] as const]
        : [];
    }),
  );
  return entries.map((entry) => {
    const [, element = '', end = ''] = /^(.*?)(\/@value|\.value)$/.exec(entry.address) ?? [];
    const name = names.get(element);
    return name ? { ...entry, address: `${element.replace(/\[\d+\]$/, '')}${name}${end}` } : entry;
  });
}

/** `#PAYLINE_ACCESS_KEY=`, as Symfony's recipe leaves it: the key belongs in this file, or in the secrets. */
function commentedOut(bytes: Buffer, file: string, format: FormatName): Refusal | undefined {
  const address = [...commentedNames(bytes, format)].find((name) => /(?:KEY|PASSWORD)$/.test(name));
  return address === undefined ? undefined : new DiscoveryRefusal('entry-commented', { file, address });
}

/** The names of Payline that stand in the comments of a `.env`, to be uncommented. */
function commentedNames(bytes: Buffer, format: FormatName): ReadonlySet<string> {
  if (format !== 'env') return new Set();
  const lines = bytes
    .toString('latin1')
    .matchAll(/^#+[ \t]*(?:export[ \t]+)?((?:PAYLINE|MONEXT)_\w+)[ \t]*=/gm);
  return new Set([...lines].map(([, name = '']) => name));
}
