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

/** File names of examples. `default.json` is a real file; `payline.default.xml` is not. */
const exampleName =
  /(?:^|[._-])(?:dist|examples?|exemples?|samples?|templates?|tpl|stub|skel|j2|jinja2?|erb|tmpl|gotmpl|ctmpl|tftpl|hbs|mustache)(?:$|[._-])|\.defaults?(?:\.|$)|^default\.settings\./i;
const exampleFolder =
  /(?:^|\/)(?:examples?|exemples?|samples?|docs?|documentation|fixtures?|testdata|__(?:tests|mocks|fixtures)__)\//i;

/** Whether a file is an example of the real one, which must not get a key. */
function isExample(file: string): boolean {
  return exampleName.test(file.slice(file.lastIndexOf('/') + 1)) || exampleFolder.test(file);
}

/** File names of copies that somebody kept. */
const copyName = /[._-](?:old|bak|backup|orig|save|copy)\d*(?:$|[._-])|[ _-]copy\b|\(\d+\)\.|~$/i;

/** The name of the real file that an example stands for. */
export function realName(file: string): string {
  return file.replace(/\.(?:dist|example|sample|template|tpl|default|stub)(?=\.[^./]+$|$)/i, '');
}

/** A file that may take a key, judging by its name. */
export interface Candidate {
  readonly file: string;
  /** The kits with a file of that name. */
  readonly kits: readonly Kit[];
  /** Whether it is also searched for known names. */
  readonly byNames: boolean;
}

/**
 * Inspects one file of a tree.
 *
 * @returns the findings, for each environment; a refusal with the reason why the file is skipped although it has to do
 *   with Payline; `undefined` where it has nothing to do with it
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
    // An `entry-…` refusal is about an entry of a kit.
    return ofPayline || error.code.startsWith('entry-') ? error : undefined;
  }
}

/** @throws Refusal `target-encrypted`, `file-texts` for a file that must not be proposed, whatever is in it */
async function refuseUnfit(file: string, bytes: Buffer): Promise<void> {
  if (encryptionOf(file, bytes, '')) {
    const encryption = encryptionOf(file, bytes, await keyAddress(file, bytes));
    if (encryption) throw new Refusal('target-encrypted', { file, ...encryption });
  }
  if (isTranslation(file)) throw new DiscoveryRefusal('file-texts', { file, line: 1 });
}

/** The most likely address of the key in a file in which a tool encrypts the values but not the names. */
async function keyAddress(file: string, bytes: Buffer): Promise<string> {
  const name = formatOfFile(file);
  const [guess = 'payline.access_key'] =
    /[\w:-]*(?:payline|monext)[\w:-]*key\b/i.exec(bytes.toString('latin1')) ?? [];
  try {
    const { entries } = name ? await readEntries(bytes, file, name, undefined) : { entries: [] };
    const entry = entries.find(({ address }) => fieldOfAddress(address) === 'accessKey');
    return entry?.address ?? guess;
  } catch (error) {
    if (error instanceof Refusal) return guess;
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

/** Whether a file contains translations, by its folder or its name. */
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
  // Parsing every file of a large tree takes seconds; searching it for a word does not.
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

/** Entries of XML elements with a `key` or `name`, under addresses that use it: `add[@key="PaylineKey"]/@value`. */
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

/** `#PAYLINE_ACCESS_KEY=`, as Symfony's recipe writes it: the key belongs in this file, or in Symfony's secrets. */
function commentedOut(bytes: Buffer, file: string, format: FormatName): Refusal | undefined {
  const address = [...commentedNames(bytes, format)].find((name) => /(?:KEY|PASSWORD)$/.test(name));
  return address === undefined ? undefined : new DiscoveryRefusal('entry-commented', { file, address });
}

/** Payline's variables in comments of a `.env`, to be uncommented. */
function commentedNames(bytes: Buffer, format: FormatName): ReadonlySet<string> {
  if (format !== 'env') return new Set();
  const lines = bytes
    .toString('latin1')
    .matchAll(/^#+[ \t]*(?:export[ \t]+)?((?:PAYLINE|MONEXT)_\w+)[ \t]*=/gm);
  return new Set([...lines].map(([, name = '']) => name));
}
