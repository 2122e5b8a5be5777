import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';
import { mapBounded } from '../disk/map-bounded.ts';
import { decode } from '../formats/encoding.ts';
import type { Entry, Format } from '../formats/format.ts';
import { formatOfFile, loadFormat } from '../formats/registry.ts';
import type { Kit } from '../kits/kit.ts';
import { kits } from '../kits/kits.ts';
import type { Finding } from './finding.ts';
import { recogniseNames } from './recognise.ts';
import { isKitFile, recogniseKit } from './recognise-kit.ts';
import { walk } from './walk.ts';

/** Larger files are no configuration. */
const largestFile = 1024 * 1024;

/** Files that show how the real one looks: a key has no place there. */
const example =
  /\.(?:dist|example|sample|template|tpl)$|(?:^|[./_-])(?:example|sample|template)(?:$|[./_-])/i;

/** What was found in a tree. */
export interface Discovery {
  readonly findings: readonly Finding[];
  /** The tree has more files than were looked at. */
  readonly cut: boolean;
}

/**
 * Finds the files of a tree that take a key.
 *
 * @param only a kit: nothing else is looked for
 */
export async function discover(root: string, only?: Kit): Promise<Discovery> {
  const { files, cut } = await walk(root);
  const candidates = files.filter((file) => !example.test(file) && isCandidate(file, only));
  const findings = await mapBounded(candidates, (file) => recogniseIfClear(root, file, only));
  return { findings: findings.filter((finding) => finding !== undefined), cut };
}

function isCandidate(file: string, only: Kit | undefined): boolean {
  if (only) return isKitFile(file, only);
  return formatOfFile(file) !== undefined || kits.some((kit) => isKitFile(file, kit));
}

/** A file that cannot be read, or is not clear, cannot be written either. */
async function recogniseIfClear(
  root: string,
  file: string,
  only: Kit | undefined,
): Promise<Finding | undefined> {
  try {
    return await recognise(root, file, only);
  } catch (error) {
    if (!(error instanceof Refusal)) errnoOf(error);
    return undefined;
  }
}

async function recognise(root: string, file: string, only: Kit | undefined): Promise<Finding | undefined> {
  const path = join(root, file);
  if ((await stat(path)).size > largestFile) return undefined;
  const bytes = await readFile(path);
  const kit = only ?? kits.find((candidate) => isKitFile(file, candidate));
  if (kit) {
    const format = await loadFormat(kit.format);
    const finding = recogniseKit(file, entriesOf(bytes, file, format), kit, format);
    if (finding || only) return finding;
  }
  const name = formatOfFile(file);
  // Parsing every file of a large tree takes seconds; looking for the word in it does not.
  if (!name || !/payline/i.test(bytes.toString('latin1'))) return undefined;
  return recogniseNames(file, entriesOf(bytes, file, await loadFormat(name)));
}

function entriesOf(bytes: Uint8Array, file: string, format: Format): Entry[] {
  return format.read(decode(bytes, format, file).text, { file, dialect: undefined });
}
