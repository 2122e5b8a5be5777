import { win32 } from 'node:path';
import { env } from 'node:process';
import { type Ended, type Run, runSync } from './programs.ts';

/** The absolute path of a program that is part of Windows. */
export function systemProgram(...names: readonly string[]): string {
  return win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', ...names);
}

/** The environment variables that Windows' own programs need. */
export function systemEnvironment(): Readonly<Record<string, string | undefined>> {
  const { SystemRoot, SystemDrive, TEMP, TMP, USERPROFILE } = env;
  return { SystemRoot, SystemDrive, TEMP, TMP, USERPROFILE };
}

/** One rule of a file: who, by the name that this Windows shows, and their rights, as `icacls` prints them: `(I)(F)`. */
export interface AccessRule {
  readonly who: string;
  readonly rights: string;
}

/** In milliseconds. */
const longest = 20_000;

/** Runs `icacls`. Its messages are translated, its rules are not. */
export function icacls(args: readonly string[], start: (run: Run) => Ended = runSync): Ended {
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
 * Source: Microsoft's page on `icacls`: the path, then one rule per line, `name:(I)(OI)(CI)(F)`, where `(I)` means inherited
 * from the parent folder. Names may contain brackets; a rule ends the line.
 *
 * @returns `undefined` where they cannot be read, such as on a disk that has none
 */
export function accessRules(path: string, start?: (run: Run) => Ended): AccessRule[] | undefined {
  const { how, output } = icacls([path], start);
  const rules = output.split(/\r?\n/).flatMap((line, index) => {
    const [, name = '', rights = ''] = /^(.*?):((?:\([A-Z0-9,]+\))+)\s*$/.exec(line) ?? [];
    // The path before the first rule may be in another code page, so the name is what follows the path's length.
    return rights ? [{ who: (index === 0 ? name.slice(path.length) : name).trim(), rights }] : [];
  });
  return how === 0 && rules.length > 0 ? rules : undefined;
}

/** Whether a rule was set on the file itself rather than inherited. */
export function isOwnRule({ rights }: AccessRule): boolean {
  return !rights.includes('(I)');
}
