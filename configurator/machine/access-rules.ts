import { win32 } from 'node:path';
import { env } from 'node:process';
import { type Ended, type Run, runAtOnce } from './programs.ts';

/** A program of Windows itself, by its absolute path. */
export function systemProgram(...names: readonly string[]): string {
  return win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', ...names);
}

/** What the programs of Windows cannot do without. */
export function systemEnvironment(): Readonly<Record<string, string | undefined>> {
  const { SystemRoot, SystemDrive, TEMP, TMP, USERPROFILE } = env;
  return { SystemRoot, SystemDrive, TEMP, TMP, USERPROFILE };
}

/** One rule of a file: who, by the name that this Windows shows, and what, as `icacls` writes it: `(I)(F)`. */
export interface AccessRule {
  readonly who: string;
  readonly rights: string;
}

/** In milliseconds. */
const longest = 20_000;

/** Starts `icacls`. The words of its sentences are translated, its rules are not. */
export function icacls(args: readonly string[], start: (run: Run) => Ended = runAtOnce): Ended {
  return start({
    program: systemProgram('icacls.exe'),
    args,
    env: systemEnvironment(),
    longest,
    largest: 1024 * 1024,
  });
}

/**
 * The access rules of a file or folder on Windows.
 *
 * Source: Microsoft's page on `icacls`: the path, then a rule a line, `name:(I)(OI)(CI)(F)`, where `(I)` says that it comes from
 * the folder above. Names have brackets at times; a rule ends the line.
 *
 * @returns `undefined` where they cannot be told, as of a disk without any
 */
export function accessRules(path: string, start?: (run: Run) => Ended): AccessRule[] | undefined {
  const { how, output } = icacls([path], start);
  const rules = output.split(/\r?\n/).flatMap((line, index) => {
    const [, name = '', rights = ''] = /^(.*?):((?:\([A-Z0-9,]+\))+)\s*$/.exec(line) ?? [];
    // The path that stands before the first may be in another code page: what follows its length is the name.
    return rights ? [{ who: (index === 0 ? name.slice(path.length) : name).trim(), rights }] : [];
  });
  return how === 0 && rules.length > 0 ? rules : undefined;
}

/** Whether a rule was given to the file itself. */
export function isOwnRule({ rights }: AccessRule): boolean {
  return !rights.includes('(I)');
}
