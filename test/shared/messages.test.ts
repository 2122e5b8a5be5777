import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCode, receivedRefusal } from '../../shared/message-codes.ts';
import { messages, say } from '../../shared/messages.ts';
import { Refusal } from '../../shared/refusal.ts';

it('there is a message for each code that crosses the wire, and no other', () => {
  expect(Object.keys(messages).filter((code) => !isCode(code))).toEqual([]);
});

describe('Refusal', () => {
  it('takes the values for the blanks of its message', () => {
    const { code, params } = new Refusal('file-missing', { file: '.env' });
    expect({ code, params }).toEqual({ code: 'file-missing', params: { file: '.env' } });
    expect(new Refusal('busy').params).toEqual({});
  });

  it('does not compile with a wrong blank, one too few or one too many, nor with a code that no message has', () => {
    const wrong = [
      // @ts-expect-error a blank is missing
      new Refusal('file-missing', {}),
      // @ts-expect-error all are missing
      new Refusal('merchant-mismatch'),
      // @ts-expect-error a blank has another name
      new Refusal('file-missing', { path: '.env' }),
      // @ts-expect-error the sentence does not say it
      new Refusal('file-missing', { file: '.env', line: 1 }),
      // @ts-expect-error there is no blank
      new Refusal('busy', { seconds: 30 }),
      // @ts-expect-error the command line alone says it
      new Refusal('browser-none', { known: 'firefox' }),
    ];
    // The compiler checks that each is an error; this checks that none was left out.
    expect(wrong).toHaveLength(6);
  });
});

describe('receivedRefusal', () => {
  it('accepts the known codes, with any values for their blanks', () => {
    expect(receivedRefusal('file-missing', { file: '.env' })).toMatchObject({ code: 'file-missing' });
    for (const unknown of ['browser-none', 'toString', '', 1]) {
      expect(receivedRefusal(unknown)).toBeUndefined();
    }
  });
});

describe('say', () => {
  it('fills the blanks and leaves one without a value visible', () => {
    expect(say('file-missing', { file: '.env' }, 'en').what).toBe('".env" does not exist');
    expect(say('file-missing', {}, 'fr').what).toBe('«\u00a0{file}\u00a0» n’existe pas');
  });

  it('takes replacement patterns in a value literally', () => {
    expect(say('file-missing', { file: "$&$1$'" }, 'en').what).toBe(`"$&$1$'" does not exist`);
  });
});

it('French has no-break spaces before its punctuation and inside its quotation marks', () => {
  const extension = join(import.meta.dirname, '../../extension');
  const files = readdirSync(extension, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:words|notice)\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(5);
  const wrong = files.flatMap((file) =>
    readFileSync(join(extension, file), 'utf8')
      .split('\n')
      // A question mark between colons is code.
      .map((line) => line.replace(/\? .* : /g, ''))
      .flatMap((line, index) =>
        /[\p{L}»)}] [:;!?»](?=[\s'"`.]|$)|« /u.test(line) ? [`${file}:${index + 1}`] : [],
      ),
  );
  expect(wrong, 'write U+00A0 before : and », and after «; U+202F before ; ! ?').toEqual([]);
});
