import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../extension/notice/badge.ts';

const nothing = { waiting: 0, overdue: 0, ending: 0, unwatched: 0 };
const calm = lookOf({ ...nothing, waiting: 1 }, 'en').colour;

describe('the button in the toolbar', () => {
  it('shows nothing where nothing matters', () => {
    expect(lookOf(nothing, 'en')).toMatchObject({ text: '', title: 'Clé en main' });
  });

  it('shows how many keys wait', () => {
    expect(lookOf({ ...nothing, waiting: 2 }, 'en')).toMatchObject({
      text: '2',
      title: 'Clé en main · 2 keys wait',
    });
    expect(lookOf({ ...nothing, waiting: 1 }, 'fr').title).toBe('Clé en main · 1 clé attend');
  });

  it.each([
    [{ waiting: 2, overdue: 1 }, '2'],
    [{ unwatched: 1 }, '!'],
    [{ waiting: 2, unwatched: 1 }, '!'],
    [{ ending: 3 }, '!'],
  ])('takes another colour for %j', (some, text) => {
    const look = lookOf({ ...nothing, ...some }, 'en');
    expect(look.text).toBe(text);
    expect(look.colour).not.toBe(calm);
  });

  it('says all of it to a screen reader', () => {
    expect(lookOf({ waiting: 3, overdue: 1, ending: 2, unwatched: 1 }, 'fr').title).toBe(
      'Clé en main · ne garde pas les clés d’une console · 3 clés attendent · l’une attend depuis une semaine · 2 clés prennent bientôt fin',
    );
  });
});
