import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attributesOf } from '../../../configurator/install/targets/attributes.ts';
import { accessRules } from '../../../configurator/machine/access-rules.ts';
import { keepFromOthers, readersOf } from '../../../configurator/machine/identity/readers.ts';
import type { Run } from '../../../configurator/machine/programs.ts';

const path = 'C:\\Shops\\a b\\.env';

/** Output of `icacls` and `whoami` as in Microsoft's documentation; as on a French Windows. */
function printed(...rules: readonly string[]): string {
  const [first = '', ...others] = rules;
  const indent = ' '.repeat(path.length + 1);
  return [
    `${path} ${first}`,
    ...others.map((rule) => `${indent}${rule}`),
    '',
    '1 fichiers correctement traités',
  ].join('\r\n');
}

const inherited = [
  'AUTORITE NT\\Système:(I)(F)',
  'BUILTIN\\Administrateurs:(I)(F)',
  'PC\\Hélène (1):(I)(OI)(CI)(F)',
];

let started: Run[] = [];
beforeEach(() => {
  started = [];
  vi.stubEnv('SystemRoot', 'C:\\Windows');
});
afterEach(() => vi.unstubAllEnvs());

const windows =
  (rules: string, user = 'pc\\Hélène (1)\r\n', status = 0) =>
  (run: Run) => {
    started.push(run);
    return { how: status, output: run.program.endsWith('whoami.exe') ? user : rules };
  };

describe('the access rules of Windows', () => {
  it('are read in any language, and with names that have spaces and brackets', () => {
    expect(accessRules(path, windows(printed(...inherited)))).toEqual([
      { who: 'AUTORITE NT\\Système', rights: '(I)(F)' },
      { who: 'BUILTIN\\Administrateurs', rights: '(I)(F)' },
      { who: 'PC\\Hélène (1)', rights: '(I)(OI)(CI)(F)' },
    ]);
    expect(started).toMatchObject([{ program: 'C:\\Windows\\System32\\icacls.exe', args: [path] }]);
  });

  it.each([
    ['a disk without any', ''],
    ['a program with useless output', 'Successfully processed 1 files\r\n'],
  ])('are not known of %s', (_, output) => {
    expect(accessRules(path, windows(output))).toBeUndefined();
    expect(readersOf(path, 'win32', windows(output))).toBe('unknown');
  });

  it('of the file itself are refused, those inherited from the folder are not', () => {
    const refused = (...rules: string[]) =>
      attributesOf([{ files: [{ path, file: '.env' }], dir: 'C:\\Shops' }], 'win32', () =>
        accessRules(path, windows(printed(...rules))),
      );
    expect(refused(...inherited)).toEqual([undefined]);
    for (const own of ['PC\\Paul:(R)', 'PC\\Paul:(DENY)(W)', 'Tout le monde:(RX,W)'])
      expect(refused(...inherited, own)).toMatchObject([
        { code: 'file-access-rules', params: { file: '.env' } },
      ]);
  });
});

describe('the folder of this machine’s identity on Windows', () => {
  it.each([
    ['owner', ['PC\\Hélène (1):(OI)(CI)(F)']],
    ['others', inherited],
    ['others', ['PC\\Hélène (1):(OI)(CI)(F)', 'Tout le monde:(R)']],
  ] as const)('is read by the %s: %j', (readers, rules) => {
    expect(readersOf(path, 'win32', windows(printed(...rules)))).toBe(readers);
  });

  it('is restricted to its owner, by the name that Windows shows', () => {
    keepFromOthers(path, 'win32', windows(''));
    expect(started.at(-1)).toMatchObject({
      program: 'C:\\Windows\\System32\\icacls.exe',
      args: [path, '/inheritance:r', '/grant:r', 'pc\\hélène (1):(OI)(CI)F'],
    });
  });

  it('is not changed where Windows does not tell the user’s name, nor on other systems', () => {
    keepFromOthers(path, 'win32', windows('', '', 1));
    expect(started.map(({ program }) => program)).toEqual(['C:\\Windows\\System32\\whoami.exe']);
    keepFromOthers(path, 'linux', windows(''));
    expect(started).toHaveLength(1);
    expect(readersOf(path, 'linux')).toBe('owner');
  });
});
