import { describe, expect, it } from 'vitest';
import { formatRecipient, nameFrom, parseRecipient } from '../../shared/recipient.ts';

const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const malformed = expect.objectContaining({ code: 'recipient-malformed' });
const wrongName = expect.objectContaining({ code: 'recipient-name' });
const refusalOf = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('parseRecipient', () => {
  it.each(['Anna', 'Zoé Lefèvre', 'ci@shop-2', 'L’équipe (web)', '李雷', "O'Neill, Jr."])(
    'reads what formatRecipient wrote for %s, whatever spaces were added on its way',
    (name) => {
      const line = formatRecipient({ recipient, name });
      expect(line).toBe(`cle1:${name}:${recipient}`);
      for (const sent of [line, `\ufeff ${line}\r\n`, line.replace(' ', '\r\n')]) {
        expect(parseRecipient(sent)).toEqual({ recipient, name });
      }
    },
  );

  it('reads a bare recipient, as age-keygen prints it', () => {
    expect(parseRecipient(`${recipient}\n`)).toEqual({ recipient, name: '' });
  });

  it('detects any single letter that is wrong, missing, doubled or swapped with the next', () => {
    const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
    const typos = [...recipient].flatMap((letter, at) => {
      const [before, after] = [recipient.slice(0, at), recipient.slice(at + 1)];
      const next = recipient[at + 1] ?? '';
      const swapped = next && next !== letter ? [`${before}${next}${letter}${recipient.slice(at + 2)}`] : [];
      const others = [...letters].filter((other) => other !== letter).map((other) => before + other + after);
      return [...others, before + after, before + letter + letter + after, ...swapped];
    });
    expect(typos.length).toBeGreaterThan(2000);
    for (const typo of typos)
      expect(
        refusalOf(() => parseRecipient(typo)),
        typo,
      ).toEqual(malformed);
  });

  it.each([
    ['nothing', ''],
    ['an identity', 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'],
    ['upper case, which the age command does not take either', recipient.toUpperCase()],
    ['two of them', `${recipient} ${recipient}`],
    ['a later form', `cle2:Anna:${recipient}`],
    ['a part too many', `cle1:Anna:${recipient}:x`],
    ['no recipient', 'cle1:Anna:'],
    ['an SSH key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN76xdX2YfE1fake'],
    ['a word before it', `to ${recipient}`],
  ])('refuses %s, and repeats nothing of it', (_what, text) => {
    const refusal = refusalOf(() => parseRecipient(text));
    expect(refusal).toEqual(malformed);
    expect((refusal as { params: object }).params).toEqual({});
  });

  it.each(['', '.hidden', 'a\u202eb', 'a\u200bb', 'a:b', '<b>', 'x'.repeat(65)])(
    'refuses the name %j, both when writing and when reading',
    (name) => {
      expect(refusalOf(() => formatRecipient({ recipient, name }))).toEqual(wrongName);
      expect(refusalOf(() => parseRecipient(`cle1:${name}:${recipient}`))).toMatchObject({
        code: expect.stringMatching(/^recipient-(name|malformed)$/),
      });
    },
  );
});

describe('nameFrom', () => {
  it.each([
    ['anna@laptop.local', 'anna@laptop.local'],
    ['-_x:y<z>\u202e\n', 'xyz'],
    ['\u200b::', ''],
    ['n'.repeat(80), 'n'.repeat(64)],
  ])('makes of %j the name %j', (text, name) => {
    expect(nameFrom(text)).toBe(name);
  });
});
