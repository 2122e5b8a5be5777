import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccessKey, looksMasked } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import { times } from '../sample.ts';
import vectors from '../vectors/access-keys.json' with { type: 'json' };

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
/** Random values that look like a mask, such as a run of one letter, are not keys. */
const texts = (characters: readonly string[], length: number) =>
  fc
    .string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length })
    .filter((text) => !looksMasked(text));
const value = texts(letters, 20);
const merchantId = texts([...'0123456789'], 14);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('AccessKey.parse', () => {
  it.each(vectors.accepted)('accepts $name', ({ input, credentials, masked, warnings }) => {
    const key = AccessKey.parse(input);
    expect(key.reveal('credentials')).toBe(credentials);
    expect(key.reveal('authorization')).toBe(`Basic ${credentials}`);
    expect(key.reveal('accessKey')).toBe(input.accessKey.trim());
    expect(key.masked).toBe(masked);
    expect(key.warnings).toEqual(warnings);
  });

  it.each(vectors.refused)('refuses $name', ({ input, code }) => {
    expect(codeOf(() => AccessKey.parse(input))).toBe(code);
  });

  it('takes the environment from its caller if the input names none', () => {
    const input = { merchantId: '1234567890', accessKey: 'DJMESHXYou6LmjQFdH' };
    expect(AccessKey.parse(input, 'production').environment).toBe('production');
    expect(AccessKey.parse({ ...input, environment: 'homologation' }, 'production').environment).toBe(
      'homologation',
    );
  });

  it('accepts an Authorization exactly when it is that of the same key', () => {
    fc.assert(
      fc.property(
        merchantId,
        value,
        fc.nat(),
        fc.constantFrom(...letters, '+', '/', '=', ' '),
        (id, key, at, letter) => {
          const { authorization } = AccessKey.parse({
            environment: 'homologation',
            merchantId: id,
            accessKey: key,
          }).toSecretJson();
          const position = at % authorization.length;
          const changed = authorization.slice(0, position) + letter + authorization.slice(position + 1);
          const input = {
            environment: 'homologation',
            merchantId: id,
            accessKey: key,
            authorization: changed,
          };
          expect(codeOf(() => AccessKey.parse(input)) === 'accepted').toBe(changed === authorization);
        },
      ),
      { numRuns: times(10_000, 1_000) },
    );
  });

  it('refuses a value with an invalid character at any place', () => {
    const foreign = fc.constantFrom(
      ...'\u0000\t\n\r \u00a0\u00ad\u200b\u200c\u200d\u200e\u202e\u2060\ufeff\u0301éоА𝟘',
    );
    fc.assert(
      fc.property(value, foreign, fc.integer({ min: 1, max: 19 }), (key, character, at) => {
        const accessKey = key.slice(0, at) + character + key.slice(at);
        expect(
          codeOf(() =>
            AccessKey.parse({ environment: 'homologation', merchantId: '12345678901234', accessKey }),
          ),
        ).toBe('key-characters');
      }),
    );
  });

  it('refuses every masked value', () => {
    const glyphs = fc.constantFrom('*', '•', '●', '…', '...', '█', '∗');
    fc.assert(
      fc.property(glyphs, fc.integer({ min: 1, max: 20 }), value, fc.nat(20), (glyph, count, key, kept) => {
        const accessKey = glyph.repeat(count) + key.slice(20 - kept);
        expect(
          codeOf(() =>
            AccessKey.parse({ environment: 'homologation', merchantId: '12345678901234', accessKey }),
          ),
        ).toBe('key-masked');
      }),
      { numRuns: 500 },
    );
  });
});

describe('an AccessKey that is printed, logged or serialised', () => {
  it('shows its masked form only', () => {
    fc.assert(
      fc.property(value, (canary) => {
        const key = AccessKey.parse({
          environment: 'homologation',
          merchantId: '12345678901234',
          accessKey: canary,
        });
        const shown = [
          `${key}`,
          JSON.stringify(key),
          inspect(key),
          inspect({ key }, { showHidden: true }),
          String([key]),
        ];
        for (const text of shown) {
          expect(text).not.toContain(canary.slice(0, 17));
          expect(text).not.toContain(key.reveal('credentials'));
        }
      }),
      { numRuns: 50 },
    );
  });
});
