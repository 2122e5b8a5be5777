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

/** Whether the developer allowed the project as it is now. @throws Refusal `state-…` */
export function isProjectAllowed(project: Project): Promise<boolean> {
  return isAllowed(consentOf(project));
}

interface NamedFile {
  /** As the command names it. */
  readonly word: string;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
}

/**
 * The files in a project's folder that a command names: by a word, also behind a `=` as in `--file=deploy.sh`; by the name
 * of a folder or without its ending, as `node tools` and `node tools/send` do; and programs and scripts within a word, as
 * in `sh -c "./deploy.sh"`. A file of another kind within a word may be one that the command writes.
 */
export function namedFiles(target: ExternalTarget, dir: string): NamedFile[] {
  if (target.kind !== 'command') return [];
  return target.argv.flatMap((word) => {
    const whole = [word, word.slice(word.indexOf('=') + 1)].flatMap((name) => meantBy(name, dir));
    const parts = word.split(/[\s='"`;|&<>()]+/).map((name) => resolve(dir, name));
    const paths = new Set([...whole, ...parts.filter(isScript)]);
    return [...paths].flatMap((path) => {
      const sha256 = digestInside(path, dir);
      return sha256 === undefined ? [] : [{ word, sha256 }];
    });
  });
}

/** What programs try after a name that they are given, and in a folder. */
const endings = ['', '.js', '.cjs', '.mjs', '.ts', '.py', '.rb', '.php', '.sh'];
const beginnings = ['package.json', 'index.js', 'index.cjs', 'index.mjs', '__main__.py', 'Makefile'];

function meantBy(name: string, dir: string): string[] {
  if (name === '') return [];
  const path = resolve(dir, name);
  return [...endings.map((ending) => path + ending), ...beginnings.map((file) => join(path, file))];
}

function isScript(path: string): boolean {
  return isProgram(path) || endings.some((ending) => ending !== '' && path.endsWith(ending));
}

const blockSize = 1024 * 1024;

/** `undefined` where there is no file in the folder. A link in it counts by its content, wherever that is. */
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
