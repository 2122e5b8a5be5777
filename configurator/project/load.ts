import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';
import { decode } from '../formats/encoding.ts';
import { registeredIdOf } from '../state/registry.ts';
import { keepTree, knownTree } from './known-tree.ts';
import { type Project, projectFileName } from './project.ts';
import { type ProjectFile, readProjectFile } from './read-project-file.ts';

/**
 * Finds the project file in a folder or the nearest one above it, and reads it.
 *
 * @throws Refusal `project-missing`, `project-file-…`, `file-unparsable`, `file-encoding`, `path-outside-project`
 */
export async function loadProject(dir: string): Promise<Project> {
  const found = findProjectFile(realFolder(dir));
  if (found === undefined) throw new Refusal('project-missing', { dir });
  const sha256 = createHash('sha256').update(found.bytes).digest('hex');
  const { merchant, targets, external, byHand } = await readFound(found, sha256);
  return {
    id: (await registeredIdOf(found.dir)) ?? randomBytes(16).toString('hex'),
    dir: found.dir,
    name: basename(found.dir),
    sha256,
    merchant,
    environments: environments.filter(
      (environment) => targets.get(environment)?.length || external.get(environment)?.length,
    ),
    targets: (environment) => targets.get(environment) ?? [],
    external: (environment) => external.get(environment) ?? [],
    byHand: (environment) => byHand.get(environment) ?? [],
  };
}

interface Found {
  readonly dir: string;
  readonly bytes: Buffer;
}

async function readFound({ dir, bytes }: Found, sha256: string): Promise<ProjectFile> {
  const known = knownTree(dir, sha256);
  if (known) return readProjectFile(known);
  const { parseTree } = await import('./parse-tree.ts');
  const { text } = decode(bytes, { encoding: 'utf-8' }, projectFileName);
  const tree = parseTree(text);
  const file = readProjectFile(tree);
  keepTree(dir, sha256, text, tree);
  return file;
}

function realFolder(dir: string): string {
  try {
    return realpathSync.native(dir);
  } catch (error) {
    errnoOf(error);
    throw new Refusal('project-missing', { dir });
  }
}

function findProjectFile(dir: string): Found | undefined {
  const bytes = readIfThere(join(dir, projectFileName));
  if (bytes !== undefined) return { dir, bytes };
  const above = dirname(dir);
  return above === dir ? undefined : findProjectFile(above);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'ENOENT') return undefined;
    throw new Refusal('file-unreadable', { file: projectFileName, reason });
  }
}
