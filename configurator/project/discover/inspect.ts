import { Refusal } from '../../../shared/refusal.ts';
import { decode } from '../../formats/encoding.ts';
import type { Entry } from '../../formats/format.ts';
import { type FormatName, formatOfFile, loadFormat } from '../../formats/registry.ts';
import type { Kit } from '../kits/kit.ts';
import type { Finding } from './finding.ts';
import { recogniseKit, recogniseNames } from './recognise.ts';
import { readSmall } from './walk.ts';

const name =
  /\.(?:dist|example|sample|template|tpl)$|(?:^|[._-])(?:example|sample|template)(?:$|[._-])[^/]*$/i;
const folder = /(?:^|\/)(?:examples?|samples?)\//i;

/** Says whether a file shows how the real one looks: a key has no place there. */
function isExample(file: string): boolean {
  return name.test(file.slice(file.lastIndexOf('/') + 1)) || folder.test(file);
}

/** The file's name without what makes it an example, so that it is known for what it shows. */
export function realName(file: string): string {
  return file.replace(/\.(?:dist|example|sample|template|tpl)$/i, '');
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
 * @returns what was found in it; a refusal that says why the file is passed over although it has to do with Payline;
 *   `undefined` where it has not
 */
export async function inspect(root: string, candidate: Candidate): Promise<Finding | Refusal | undefined> {
  const { file } = candidate;
  let ofPayline = saysPayline(file);
  try {
    const bytes = readSmall(root, file);
    ofPayline ||= saysPayline(bytes.toString('latin1'));
    if (!isExample(file)) return await recognise(bytes, candidate, ofPayline);
    return ofPayline ? new Refusal('file-example', { file }) : undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What is said of an entry was said of one that a kit takes.
    return ofPayline || error.code.startsWith('entry-') ? error : undefined;
  }
}

function saysPayline(text: string): boolean {
  return /payline|monext/i.test(text);
}

async function recognise(
  bytes: Buffer,
  { file, kits, byNames }: Candidate,
  ofPayline: boolean,
): Promise<Finding | Refusal | undefined> {
  for (const kit of kits) {
    const { format, entries } = await readEntries(bytes, file, kit.format, kit.dialect);
    const finding = recogniseKit(file, entries, kit, format);
    if (finding) return finding;
  }
  const name = formatOfFile(file);
  // Parsing every file of a large tree takes seconds; looking for a word in it does not.
  if (!byNames || !name || !ofPayline) return undefined;
  const { entries } = await readEntries(bytes, file, name, undefined);
  return recogniseNames(file, entries) ?? commentedOut(bytes, file, name);
}

async function readEntries(bytes: Buffer, file: string, name: FormatName, dialect: string | undefined) {
  const format = await loadFormat(name);
  const entries: Entry[] = format.read(decode(bytes, format, file).text, { file, dialect });
  return { format, entries };
}

/** `#PAYLINE_ACCESS_KEY=`, as Symfony's recipe leaves it: the key belongs in this file, or in the secrets. */
function commentedOut(bytes: Buffer, file: string, format: FormatName): Refusal | undefined {
  const found =
    format === 'env' &&
    /^#+[ \t]*(?:export[ \t]+)?((?:PAYLINE|MONEXT)_\w*(?:KEY|PASSWORD))[ \t]*=/m.exec(
      bytes.toString('latin1'),
    );
  return found ? new Refusal('entry-commented', { file, address: found[1] ?? '' }) : undefined;
}
