import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CommandRefusal } from '../../../configurator/cli/errors.ts';
import { allMessages, say } from '../../../configurator/cli/messages.ts';
import { tell, texts } from '../../../configurator/cli/texts.ts';

const blanksOf = (...sentences: readonly string[]) =>
  new Set(sentences.flatMap((sentence) => sentence.match(/\{\w+\}/g) ?? []));

const root = resolve(import.meta.dirname, '../../..');

/** The files of sentences, and the codes in each. */
const files = ['shared', 'configurator']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .map((file) => ({ file, text: file.endsWith('.ts') ? readFileSync(join(root, file), 'utf8') : '' }))
  .filter(({ text }) => / as const satisfies (?:Messages|Texts);$/m.test(text))
  .map(({ file, text }) => ({
    file,
    lines: text.split('\n').length,
    codes: [...text.matchAll(/^ {2}'?([\w-]+)'?: \{/gm)].map(([, code = '']) => code),
  }));

describe('the files of sentences', () => {
  it('have no more than 300 lines: split what is longer by its topics', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(({ lines }) => lines > 300).map(({ file }) => file)).toEqual([]);
  });

  it('have each message and each text once', () => {
    const codes = files.flatMap((each) => each.codes);
    expect(codes.toSorted()).toEqual([...Object.keys(allMessages), ...Object.keys(texts)].sort());
  });
});

describe.each(Object.entries(allMessages))('the message %s', (_, { en, fr }) => {
  it('begins in lower case and ends without a full stop, so that it reads on after a prefix', () => {
    for (const sentence of [en.what, en.next, fr.what, fr.next]) {
      expect(sentence).toMatch(/^[^A-Z]/);
      expect(sentence).not.toMatch(/\.$/);
    }
  });

  it('has no blank in French that English does not have', () => {
    expect([...blanksOf(en.what, en.next)]).toEqual(expect.arrayContaining([...blanksOf(fr.what, fr.next)]));
  });
});

describe.each(Object.entries(texts))('the text %s', (_, { en, fr }) => {
  it('has the same blanks in both languages', () => {
    expect(blanksOf(fr)).toEqual(blanksOf(en));
  });
});

describe('say', () => {
  it('has the messages that never cross the wire, too', () => {
    const { code, params } = new CommandRefusal('browser-none', { known: 'firefox' });
    expect(say(code, params, 'en').next).toBe('name one with --browser: firefox');
  });
});

describe('tell', () => {
  it('fills the blanks of a text', () => {
    expect(tell('progress', 'fr', { done: 1, all: 2 })).toBe('1 sur 2');
    expect(tell('choices-no', 'fr')).toBe('(o/N)');
  });

  it('does not compile with a wrong blank, one too few or one too many', () => {
    // @ts-expect-error a blank is missing
    expect(tell('progress', 'en', { done: 1 })).toBe('1 of {all}');
    // @ts-expect-error all are missing
    expect(tell('progress', 'en')).toBe('{done} of {all}');
    // @ts-expect-error there is no blank
    expect(tell('choices-no', 'en', { name: 'x' })).toBe('(y/N)');
  });
});
