import { describe, expect, it } from 'vitest';
import { confirmationCode, controlCode, parseCode } from '../../shared/codes.ts';
import { recipientFingerprint } from '../../shared/recipient.ts';

const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

describe('the codes that two people compare', () => {
  // From Python's hashlib.pbkdf2_hmac and hashlib.sha256: both programs, and every version of them, must always agree.
  it('never change', async () => {
    expect(await controlCode(recipient)).toBe('758 017 201 604 424 207');
    expect(await confirmationCode(recipient)).toBe('216 630 068 044 924 202');
    expect(await recipientFingerprint(recipient)).toBe('6a804773982840fa7eae3847079a53b0');
  });
});

describe('parseCode', () => {
  it.each([
    '482019773650118904',
    '482 019 773 650 118 904',
    ' 482-019-773-650-118-904\n',
    '482\u00a0019\u202f773 650118 904',
  ])('reads %j', (typed) => {
    expect(parseCode(typed)).toBe('482 019 773 650 118 904');
  });

  it.each(['12345678', '1234 5678', ' 1234-5678\n'])(
    'recognises %j as a code of an older version',
    (typed) => {
      expect(parseCode(typed)).toBe('older');
    },
  );

  it.each(['', '1234567', '123456789', '48201977365011890', '4820197736501189040', '1234 567x', '١٢٣٤٥٦٧٨'])(
    'does not accept %j as a code',
    (typed) => {
      expect(parseCode(typed)).toBeUndefined();
    },
  );
});
