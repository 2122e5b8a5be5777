import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'yaml/package.json';
import { Refusal } from '../../shared/refusal.ts';
import { stateFolder, stateSubfolder } from '../machine/state-folder.ts';
import { rethrowUnlessSystemError } from '../machine/system-error.ts';
import { repeats, type TreeNode } from './parse-tree.ts';

const folderName = 'trees';

/** Of what is kept. Another library may read another tree, another version of ours looks for another one. */
const kind = `2, yaml ${version}`;

interface Kept {
  readonly kind: string;
  readonly sha256: string;
  readonly tree: TreeNode;
}

/**
 * The tree of a project file as it was kept, or `undefined`: to load the library and to parse ten lines takes as long as to
 * seal and to write a backup. What it says is checked each time.
 *
 * @param dir the project's folder
 * @param sha256 of the project file's bytes, in hexadecimal
 */
export function knownTree(dir: string, sha256: string): TreeNode | undefined {
  const kept = readKept(join(stateFolder(), folderName, nameFor(dir)));
  return kept?.kind === kind && kept.sha256 === sha256 ? kept.tree : undefined;
}

/**
 * Keeps the tree of a project file that was found right, in the state folder and with the digest of what it was parsed
 * of. One whose text may hold a key, pasted where it does not belong, is not kept: nothing in clear may stay of it.
 */
export function keepTree(dir: string, sha256: string, text: string, tree: TreeNode): void {
  if (!repeats(tree) && !mayHoldKey(text)) keep(nameFor(dir), { kind, sha256, tree });
}

function nameFor(dir: string): string {
  return `${createHash('sha256').update(dir).digest('hex')}.json`;
}

/** Keys are 18 letters and digits or more; merchants are digits alone. */
function mayHoldKey(text: string): boolean {
  return (text.match(/[A-Za-z0-9]{16,}/g) ?? []).some((run) => !/^\d+$/.test(run));
}

/** `undefined` also of what a crash cut off, or two wrote at once: that is no JSON. */
function readKept(path: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Kept;
  } catch (error) {
    if (!(error instanceof SyntaxError)) rethrowUnlessSystemError(error);
    return undefined;
  }
}

/** Where it cannot be kept it is parsed again the next time. */
function keep(name: string, kept: Kept): void {
  try {
    writeFileSync(join(stateSubfolder(folderName), name), JSON.stringify(kept), { mode: 0o600 });
  } catch (error) {
    // A tree may be too deep to be written.
    if (!(error instanceof Refusal || error instanceof RangeError)) rethrowUnlessSystemError(error);
  }
}
