import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'yaml/package.json';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';
import { stateFolder, stateSubfolder } from '../state/folder.ts';
import { repeats, type TreeNode } from './tree.ts';

const folderName = 'trees';

/** Of what is kept. Another library may read another tree, another version of ours looks for another one. */
const kind = `1, yaml ${version}`;

interface Kept {
  readonly kind: string;
  readonly sha256: string;
  readonly tree: TreeNode;
}

/**
 * The tree of a project file, parsed once for each state of it: to load the library and to parse ten lines takes as long
 * as to seal and to write a backup. It is kept in the state folder with the digest of what it was parsed of; what it says
 * is checked each time.
 *
 * @param dir the project's folder
 * @param sha256 of the project file's bytes, in hexadecimal
 * @param parse throws where there is nothing to keep
 */
export async function knownTree(
  dir: string,
  sha256: string,
  parse: () => Promise<TreeNode>,
): Promise<TreeNode> {
  const name = `${createHash('sha256').update(dir).digest('hex')}.json`;
  const kept = readKept(join(stateFolder(), folderName, name));
  if (kept?.kind === kind && kept.sha256 === sha256) return kept.tree;
  const tree = await parse();
  if (!repeats(tree)) keep(name, { kind, sha256, tree });
  return tree;
}

/** `undefined` also of what a crash cut off, or two wrote at once: that is no JSON. */
function readKept(path: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Kept;
  } catch (error) {
    if (!(error instanceof SyntaxError)) errnoOf(error);
    return undefined;
  }
}

/** Where it cannot be kept it is parsed again the next time. */
function keep(name: string, kept: Kept): void {
  try {
    writeFileSync(join(stateSubfolder(folderName), name), JSON.stringify(kept), { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Refusal)) errnoOf(error);
  }
}
