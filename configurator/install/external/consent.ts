import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { environments } from '../../../shared/environment.ts';
import { wayInside } from '../../machine/inside.ts';
import { openUnfollowed } from '../../machine/private-file.ts';
import { isAllowed, type ProjectFileState } from '../../machine/records/allowed.ts';
import { rethrowUnlessSystemError } from '../../machine/system-error.ts';
import type { ExternalTarget, Project } from '../../project/project.ts';

/**
 * What a developer allows of a project: its project file, and the content of every file in its folder that a command of it
 * names, as its program or as an argument. Where there are none of these, the project file alone.
 */
export function consentOf(project: Project): ProjectFileState {
  const { dir, sha256 } = project;
  const files = environments.flatMap((environment) =>
    project.external(environment).flatMap((target) => namedFiles(target, dir)),
  );
  if (files.length === 0) return { dir, sha256 };
  const facts = files.map(({ word, sha256: content }) => [word, content]);
  return {
    dir,
    sha256: createHash('sha256')
      .update(JSON.stringify([sha256, facts]))
      .digest('hex'),
  };
}

/** Says whether the developer allowed the project as it is now. @throws Refusal `state-…` */
export function isProjectAllowed(project: Project): Promise<boolean> {
  return isAllowed(consentOf(project));
}

interface NamedFile {
  /** As the command names it. */
  readonly word: string;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
}

/** The files in a project's folder that a command names, also behind a `=`, as in `--file=deploy.sh`. */
export function namedFiles(target: ExternalTarget, dir: string): NamedFile[] {
  if (target.kind !== 'command') return [];
  return target.argv.flatMap((word) => {
    const sha256 = digestInside(word, dir) ?? digestInside(word.slice(word.indexOf('=') + 1), dir);
    return sha256 === undefined ? [] : [{ word, sha256 }];
  });
}

const blockSize = 1024 * 1024;

/** `undefined` where the word names no file in the folder. A link in it counts by its content, wherever that is. */
function digestInside(word: string, dir: string): string | undefined {
  const path = resolve(dir, word);
  if (word === '' || word.includes('\0') || !wayInside(dir, path)) return undefined;
  try {
    return digestOf(path);
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

function digestOf(path: string): string | undefined {
  const file = openUnfollowed(realpathSync.native(path));
  try {
    if (!fstatSync(file).isFile()) return undefined;
    const hash = createHash('sha256');
    const block = Buffer.alloc(blockSize);
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
      hash.update(block.subarray(0, read));
    }
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
