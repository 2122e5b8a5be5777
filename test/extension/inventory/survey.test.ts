// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { survey, surveyor } from '../../../extension/inventory/survey.ts';
import { key } from '../capture/pop-ups.ts';
import { fillPage, savedPages } from '../capture/saved-page.ts';
import { stage } from '../capture/stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

const field = (label: string, value: string) =>
  `<div><label>${label}<input readonly value="${value}"></label></div>`;

/** The form that changes a key. */
function form(title: string, fields: readonly (readonly [string, string])[], box = 'main'): void {
  const drawn = fields.map(([label, value]) => field(label, value)).join('');
  stage(
    `<body><header><nav><a>Clé d’API</a></nav></header><${box}><h1>${title}</h1>${drawn}</${box}></body>`,
  );
}

const shown = [
  ['Référence externe', key.reference],
  ['Valeur de la clé', key.accessKey],
  ['Authorization (HTTP Header)', key.authorization],
] as const;
const masked = [
  ['Référence externe', key.reference],
  ['Valeur de la clé masquée', '*****qV8'],
] as const;

describe('the form that changes a key', () => {
  it.each(['Modifier une clé', 'Modifier une cle\u0301', 'Edit a key', 'Edit an API key'])(
    'is known by its title %s',
    (title) => {
      form(title, shown);
      expect(survey(document).edited?.shown).toEqual(key);
    },
  );

  it.each(['Date de fin', 'End date'])('says the end of its key under %s', (label) => {
    form('Modifier une clé', [['Date de début', '15/01/2021'], [label, '29/1/2021'], ...shown]);
    expect(survey(document).edited?.shown).toEqual({ ...key, ends: '29/1/2021' });
  });

  it('shows a key in a dialog too', () => {
    form('Modifier une clé', shown, 'dialog open');
    expect(survey(document).edited?.shown).toEqual(key);
  });

  it('shows no key where it is masked for good', () => {
    form('Modifier une clé', masked);
    const { edited } = survey(document);
    expect(edited).toBeDefined();
    expect(edited?.shown).toBeUndefined();
  });

  it.each([
    ['without its Authorization', shown.slice(0, 2)],
    [
      'with the Authorization of another',
      [shown[1], ['Authorization', `Basic ${btoa('17626983201234:other')}`]],
    ],
    ['before its values came', shown.map(([label]) => [label, ''])],
  ] as [string, [string, string][]][])('offers nothing %s', (_, fields) => {
    form('Modifier une clé', fields);
    expect(survey(document)).toEqual({ list: undefined, edited: undefined, isEditing: true });
  });

  it('is not a page of another title', () => {
    form('Créer une nouvelle clé', shown);
    expect(survey(document)).toMatchObject({ edited: undefined, isEditing: false });
  });

  it('is not there while nobody sees it', () => {
    form('Modifier une clé', shown);
    document.querySelector('main')?.style.setProperty('display', 'none');
    expect(survey(document)).toMatchObject({ edited: undefined, isEditing: false });
  });
});

describe('in another page', () => {
  const isForm = (file: string) => /edit/.test(file);

  it.each(savedPages('others').filter(({ file }) => !isForm(file)))('no form is seen: $file', (page) => {
    stage(fillPage('others', page, key));
    expect(survey(document).edited).toBeUndefined();
  });

  it.each(savedPages('others').filter(({ file }) => isForm(file)))('a form is not taken: $file', (page) => {
    stage(fillPage('others', page, key));
    const { edited } = survey(document);
    const isClear = edited !== undefined && !page.file.includes('in-production');
    expect(edited?.shown?.accessKey).toBe(isClear ? key.accessKey : undefined);
  });
});

describe('the surveyor', () => {
  it('waits until the page is at rest', () => {
    vi.useFakeTimers();
    const see = vi.fn();
    const changed = surveyor(see);
    for (let at = 0; at < 10; at++) {
      changed();
      vi.advanceTimersByTime(300);
    }
    expect(see).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(see).toHaveBeenCalledOnce();
  });

  it('does not wait for ever', () => {
    vi.useFakeTimers();
    const see = vi.fn();
    const changed = surveyor(see);
    for (let at = 0; at < 40; at++) {
      changed();
      vi.advanceTimersByTime(100);
    }
    expect(see).toHaveBeenCalled();
  });

  it('sees a value that arrives as a property, without a change that anyone is told of', () => {
    vi.useFakeTimers();
    form(
      'Modifier une clé',
      shown.map(([label]) => [label, ''] as const),
    );
    const see = vi.fn();
    surveyor(see)();
    vi.advanceTimersByTime(500);
    expect(see).toHaveBeenLastCalledWith(expect.objectContaining({ edited: undefined }));
    for (const [at, input] of [...document.querySelectorAll('input')].entries()) {
      input.value = shown[at]?.[1] ?? '';
    }
    vi.advanceTimersByTime(500);
    expect(see.mock.lastCall?.[0].edited.shown).toEqual(key);
  });
});
