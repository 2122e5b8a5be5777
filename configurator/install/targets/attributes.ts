import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { platform } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { accessRules, isOwnRule } from '../../machine/access-rules.ts';
import { repositoryAround } from '../../machine/private-file.ts';
import { findProgram, runAtOnce } from '../../machine/programs.ts';
import { rethrowUnlessSystemError } from '../../machine/system-error.ts';
import type { GuardedFile } from './git-guard.ts';

/**
 * Refuses files with access rules (ACL) or extended attributes of their own, which a new file in their place would
 * lose, and files in a folder whose default rules would open the new file to others.
 *
 * Node has no call that tells; GNU tar does, for many files in one start and without reading them. Where there is no
 * such tar nothing is refused: the systems without it (Alpine) have no tools to set such rules either.
 *
 * On Windows a new file keeps all but access rules that only the file itself has.
 *
 * @param dir of the project
 * @throws Refusal `file-attributes`, `file-access-rules`
 */
export async function refuseAttributes(
  files: readonly GuardedFile[],
  dir: string,
  system: NodeJS.Platform = platform,
  rulesOf = accessRules,
): Promise<void> {
  if (system === 'win32') {
    const culprit = files.find(({ path }) => rulesOf(path)?.some(isOwnRule));
    if (culprit) throw new Refusal('file-access-rules', { file: culprit.file });
  }
  if (system !== 'linux') return;
  const program = findProgram('tar', [repositoryAround(dir) ?? dir]);
  const listed = program
    ? listingOf(
        program,
        files.flatMap(({ path }) => [path, dirname(path)]),
      )
    : [];
  const isMarked = (_: GuardedFile, index: number) => {
    const [own, folder] = [listed[2 * index] ?? '', listed[2 * index + 1] ?? ''];
    return /^.{10}[*+]/.test(own) || /^ +a: .*default:/m.test(folder);
  };
  const culprit = files.find(isMarked);
  if (culprit) throw new Refusal('file-attributes', { file: culprit.file });
}

/** In milliseconds: a disk may be slow. */
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
 * What tar says of each path: its mode, then `*` or `+` for attributes or rules; on further lines, which begin with
 * blanks, the rules.
 */
function listingOf(program: string, paths: readonly string[]): string[] {
  const names = paths.map((path) => `${path}\0`).join('');
  // Waited for at once: it ends sooner than Node would have set up to be told.
  const { how, output } = runAtOnce({
    program,
    args: verboseListing,
    env: { LC_ALL: 'C' },
    input: names,
    longest,
    largest: 64 * 1024 * 1024,
  });
  const listed = output.trimEnd().split(/\n(?! )/);
  return how === 0 && listed.length === paths.length ? listed : [];
}

/**
 * Refuses files that are mounted by themselves, as containers mount single files: nothing can be renamed over one.
 *
 * @throws Refusal `file-mounted`
 */
export function refuseMountPoints(files: readonly GuardedFile[]): void {
  if (platform !== 'linux') return;
  const mounted = mountPoints(readMounts());
  const culprit = files.find(({ path }) => mounted.has(path));
  if (culprit) throw new Refusal('file-mounted', { file: culprit.file });
}

/** The paths of a process's mounts; proc(5): the fifth field, blanks and backslashes as three octal digits. */
export function mountPoints(mountinfo: string): Set<string> {
  const plain = (text: string) =>
    text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return new Set(mountinfo.split('\n').map((line) => plain(line.split(' ')[4] ?? '')));
}

/** Where the system does not say, a rename that fails says it, and everything is put back. */
function readMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch (error) {
    rethrowUnlessSystemError(error);
    return '';
  }
}
