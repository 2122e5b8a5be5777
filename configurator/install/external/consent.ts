import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environments } from '../../../shared/environment.ts';
import { wayInside } from '../../machine/inside.ts';
import { openUnfollowed } from '../../machine/private-file.ts';
import { isProgram } from '../../machine/programs.ts';
import { isAllowed, type ProjectFileState } from '../../machine/records/allowed.ts';
import { rethrowUnlessSystemError } from '../../machine/system-error.ts';
import type { ExternalTarget, Project } from '../../project/project.ts';

/**
 * What a developer allows in a project: its project file, and the contents of every file in its folder that one of its
 * commands names, as the program or in an argument. Without such files, the project file alone.
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

/** Whether the developer allowed the project in its current state. @throws Refusal `state-…` */
export function isProjectAllowed(project: Project): Promise<boolean> {
  return isAllowed(consentOf(project));
}

interface NamedFile {
  /** As the command names it. */
  readonly word: string;
  /** Of its contents, in hexadecimal. */
  readonly sha256: string;
}

/**
 * The files in a project's folder that a command names: as a word, also after a `=` as in `--file=deploy.sh`; by a folder
 * or without its extension, as in `node tools` and `node tools/send`; and programs and scripts inside a word, as in
 * `sh -c "./deploy.sh"`. Other files inside a word are left out, as the command may write them.
 */
export function namedFiles(target: ExternalTarget, dir: string): NamedFile[] {
  if (target.kind !== 'command') return [];
  return target.argv.flatMap((word) => {
    const whole = [word, word.slice(word.indexOf('=') + 1)].flatMap((name) => candidatePaths(name, dir));
    const parts = word.split(/[\s='"`;|&<>()]+/).map((name) => resolve(dir, name));
    const paths = new Set([...whole, ...parts.filter(isScript)]);
    return [...paths].flatMap((path) => {
      const sha256 = digestInside(path, dir);
      return sha256 === undefined ? [] : [{ word, sha256 }];
    });
  });
}

/** Extensions that programs try after a name, and files that they try in a folder. */
const extensions = ['', '.js', '.cjs', '.mjs', '.ts', '.py', '.rb', '.php', '.sh'];
const entryFiles = ['package.json', 'index.js', 'index.cjs', 'index.mjs', '__main__.py', 'Makefile'];

function candidatePaths(name: string, dir: string): string[] {
  if (name === '') return [];
  const path = resolve(dir, name);
  return [...extensions.map((extension) => path + extension), ...entryFiles.map((file) => join(path, file))];
}

function isScript(path: string): boolean {
  return isProgram(path) || extensions.some((extension) => extension !== '' && path.endsWith(extension));
}

const blockSize = 1024 * 1024;

/** `undefined` where there is no such file in the folder. A link counts by the contents of its target, wherever that is. */
function digestInside(path: string, dir: string): string | undefined {
  if (path.includes('\0') || !wayInside(dir, path)) return undefined;
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
