import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { platform } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { accessRules, isOwnRule } from '../../machine/access-rules.ts';
import { repositoryAround } from '../../machine/private-file.ts';
import { findProgram, runSync } from '../../machine/programs.ts';
import { rethrowUnlessSystemError } from '../../machine/system-error.ts';
import type { GuardedFile } from './git-guard.ts';

/** The files of one project. */
interface FilesOfProject {
  readonly files: readonly GuardedFile[];
  /** Of the project. */
  readonly dir: string;
}

/**
 * Refuses projects whose files have access rules (ACL) or extended attributes of their own, which a new file in their place
 * would lose, and those with a file in a folder whose default rules would open the new file to others.
 *
 * Node has no call for this. GNU tar lists both for many files in one run, without reading the files. Without GNU tar nothing
 * is refused: systems without it (Alpine) have no tools to set such rules either.
 *
 * On Windows a new file keeps everything except access rules that are set on the file itself.
 *
 * @returns for each project its refusal, if any: `file-attributes`, `file-access-rules`
 */
export function attributesOf(
  projects: readonly FilesOfProject[],
  system: NodeJS.Platform = platform,
  rulesOf = accessRules,
): (Refusal | undefined)[] {
  if (system === 'win32') {
    return projects.map(({ files }) => {
      const culprit = files.find(({ path }) => rulesOf(path)?.some(isOwnRule));
      return culprit && new Refusal('file-access-rules', { file: culprit.file });
    });
  }
  const listed = system === 'linux' ? listingOf(projects) : [];
  // A file that has gone, or a tar inside a project, must affect only its own project.
  if (!listed && projects.length > 1) return projects.flatMap((project) => attributesOf([project], system));
  const lines = (listed ?? []).values();
  const next = () => lines.next().value ?? '';
  return projects.map(({ files }) => {
    const [culprit] = files.filter(() => isMarked(next(), next()));
    return culprit && new Refusal('file-attributes', { file: culprit.file });
  });
}

/** @param own tar's listing of a file, @param folder that of its folder */
function isMarked(own: string, folder: string): boolean {
  return /^.{10}[*+]/.test(own) || /^ +a: .*default:/m.test(folder);
}

/** In milliseconds, for slow disks. */
const longest = 60_000;

const verboseListing = [
  '--create',
  '--file=/dev/null',
  '--no-recursion',
  '--absolute-names',
  '--quoting-style=escape',
  '--acls',
  '--xattrs',
  '--xattrs-include=user.*',
  '-vvv',
  '--null',
  '--verbatim-files-from',
  '--files-from=-',
];

/**
 * tar's listing of each file and its folder: the mode, then `*` or `+` for attributes or rules; the rules follow on indented
 * lines. `undefined` where there is no tar, or it does not list all of them.
 */
function listingOf(projects: readonly FilesOfProject[]): string[] | undefined {
  const program = findProgram(
    'tar',
    projects.map(({ dir }) => repositoryAround(dir) ?? dir),
  );
  if (program === undefined) return undefined;
  const paths = projects.flatMap(({ files }) => files.flatMap(({ path }) => [path, dirname(path)]));
  // Synchronous on purpose: tar ends before Node would have set up an asynchronous start.
  const { how, output } = runSync({
    program,
    args: verboseListing,
    env: { LC_ALL: 'C' },
    input: paths.map((path) => `${path}\0`).join(''),
    longest,
    largest: 64 * 1024 * 1024,
  });
  const listed = output.trimEnd().split(/\n(?! )/);
  return how === 0 && listed.length === paths.length ? listed : undefined;
}

/**
 * Refuses files that are mount points, as containers mount single files: nothing can be renamed over one.
 *
 * @throws Refusal `file-mounted`
 */
export function refuseMountPoints(files: readonly GuardedFile[]): void {
  if (platform !== 'linux') return;
  const mounted = mountPoints(readMounts());
  const culprit = files.find(({ path }) => mounted.has(path));
  if (culprit) throw new Refusal('file-mounted', { file: culprit.file });
}

/** The mount points of a process; proc(5): the fifth field, with spaces and backslashes as three octal digits. */
export function mountPoints(mountinfo: string): Set<string> {
  const plain = (text: string) =>
    text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return new Set(mountinfo.split('\n').map((line) => plain(line.split(' ')[4] ?? '')));
}

/** Where this cannot be read, the rename fails instead, and everything is rolled back. */
function readMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch (error) {
    rethrowUnlessSystemError(error);
    return '';
  }
}
