import { describe, expect, it } from 'vitest';
import { type Code, messages, say } from '../../shared/messages.ts';

const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).map(String);
const codes = Object.keys(messages) as Code[];

describe.each(codes)('the message %s', (code) => {
  const { en, fr } = messages[code];
  const sentences: readonly string[] = [en.what, en.next, fr.what, fr.next];

  it('begins in lower case and ends without a full stop, so that it reads on after a prefix', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[^A-Z]/);
      expect(sentence).not.toMatch(/\.$/);
    }
  });

  it('has no blank in French that English does not have', () => {
    const inEnglish = new Set([...blanks(en.what), ...blanks(en.next)]);
    expect([...blanks(fr.what), ...blanks(fr.next)].filter((blank) => !inEnglish.has(blank))).toEqual([]);
  });
});

describe('say', () => {
  it('fills the blanks and leaves one without a value visible', () => {
    expect(say('file-missing', { file: '.env' }, 'en').what).toBe('".env" does not exist');
    expect(say('file-missing', {}, 'fr').what).toBe('« {file} » n’existe pas');
  });

  it('takes replacement patterns in a value literally', () => {
    expect(say('file-missing', { file: "$&$1$'" }, 'en').what).toBe(`"$&$1$'" does not exist`);
  });
});
