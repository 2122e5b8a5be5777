import { describe, expect, it } from 'vitest';
import { confirmationCode, controlCode, parseEightDigits } from '../../shared/codes.ts';
import { recipientFingerprint } from '../../shared/recipient.ts';

const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

describe('the codes that two people compare', () => {
  // From Python's hashlib.pbkdf2_hmac and hashlib.sha256: both programs, and every version of them, must agree for good.
  it('are these digits, for good', async () => {
    expect(await controlCode(recipient)).toBe('2650 6239');
    expect(await confirmationCode(recipient)).toBe('1929 2493');
    expect(await recipientFingerprint(recipient)).toBe('6a804773982840fa7eae3847079a53b0');
  });
});

describe('parseEightDigits', () => {
  it.each(['12345678', '1234 5678', ' 1234-5678\n', '12 34 56 78', '1234\u00a05678'])('reads %j', (typed) => {
    expect(parseEightDigits(typed)).toBe('1234 5678');
  });

  it.each(['', '1234567', '123456789', '1234 567x', '١٢٣٤٥٦٧٨'])('does not take %j for a code', (typed) => {
    expect(parseEightDigits(typed)).toBeUndefined();
  });
});
