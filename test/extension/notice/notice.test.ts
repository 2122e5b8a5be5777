import { describe, expect, it } from 'vitest';
import { type NoticeState, noticeOf } from '../../../extension/notice/notice.ts';

const all: readonly NoticeState[] = [
  { name: 'reading', held: true },
  { name: 'unreadable', held: false, code: 'key-masked' },
  { name: 'unreadable', held: true, code: 'key-authorization-mismatch' },
  { name: 'failed', held: false },
  { name: 'orphaned', held: false },
  { name: 'lost' },
  { name: 'sealed', masked: '*****$&V', reference: 'one' },
  { name: 'offered' },
  { name: 'unrecoverable' },
];
const languages = ['fr', 'en'] as const;
const cases = all.flatMap((state) => languages.map((language) => ({ ...state, language, state })));

describe('a notice in a page', () => {
  it.each(cases)('says $name in $language, whole', ({ state, language }) => {
    const { title, text } = noticeOf(state, language);
    expect(title).toMatch(/\S/);
    expect(text).toMatch(/\.$/);
    expect(title + text).not.toMatch(/[{}]|undefined/);
  });

  it('is loud where the key may be lost, and only there', () => {
    const loud = all.filter((state) => noticeOf(state, 'fr').isAlert).map(({ name }) => name);
    expect(new Set(loud)).toEqual(new Set(['unreadable', 'failed', 'orphaned', 'lost']));
  });

  it.each(languages)('names the key as it is masked, and what a second press does, in %s', (language) => {
    expect(noticeOf({ name: 'sealed', masked: '*****$&V', reference: '' }, language).title).toContain(
      '*****$&V',
    );
    const [once, again] = [false, true].map((held) => noticeOf({ name: 'failed', held }, language).text);
    expect(again?.length).toBeGreaterThan(once?.length ?? 0);
  });

  it('says of a masked value that it can be revealed', () => {
    const [masked, other] = ['key-masked', 'key-value-missing'].map(
      (code) => noticeOf({ name: 'unreadable', held: false, code }, 'en').text,
    );
    expect(masked).toContain('reveal it');
    expect(other).not.toContain('reveal it');
  });
});
