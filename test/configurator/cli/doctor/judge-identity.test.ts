import { expect, it } from 'vitest';
import { judge } from '../../../../configurator/cli/doctor/check-host.ts';
import { judgeIdentity } from '../../../../configurator/cli/doctor/diagnose.ts';
import { version } from '../../../../package.json';

const folder = 'C:\\state\\identities';
const codes = (found: readonly { code: string; level: string }[]) =>
  found.map(({ code, level }) => `${level} ${code}`);

it.each([
  ['nobody', 'owner', []],
  ['nobody', 'others', ['problem identity-readable']],
  ['nobody', 'unknown', ['note identity-readers-unknown']],
  ['person', 'others', []],
  ['keychain', 'unknown', []],
] as const)(
  'of an identity whose passphrase is kept by %s and that is read by %s',
  (keeper, readers, found) => {
    expect(codes(judgeIdentity({ keeper, readers, folder }))).toEqual(found);
  },
);

it('finds a host with another identity', () => {
  expect(codes(judge({ version, recipient: 'age1other' }, 'age1own'))).toEqual(['problem host-identity']);
  expect(codes(judge({ version, recipient: 'age1own' }, 'age1own'))).toEqual([]);
});
