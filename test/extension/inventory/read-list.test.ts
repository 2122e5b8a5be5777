import { describe, expect, it } from 'vitest';
import { readList } from '../../../extension/inventory/read-list.ts';
import { canary } from '../key.ts';

const headings = [
  'ID',
  'Référence externe',
  'Valeur de la clé masquée',
  'Date de début ↓',
  'Date de fin',
  'Etat',
];
const row = ['3', 'rt2BDISsktLfrvPUqnS', '*****qV8', '15/01/2021', '29/01/2021', 'Actif'];
const key = {
  id: '3',
  reference: 'rt2BDISsktLfrvPUqnS',
  lastThree: 'qV8',
  start: '2021-01-15',
  end: '2021-01-29',
  state: 'active',
};

/** The row with some cells replaced, by their columns. */
const changed = (cells: Record<number, string>) => row.map((cell, at) => cells[at] ?? cell);

describe('the list of keys', () => {
  it('is read by its headings, in any order, among other columns', () => {
    const order = [5, 2, 4, 0, 1, 3];
    const shuffle = (cells: string[]) => ['', ...order.map((at) => cells[at] ?? ''), 'Actions'];
    expect(readList([shuffle(headings), shuffle(row)])).toEqual({ keys: [key], skipped: 0 });
  });

  it.each([
    [
      'English',
      ['ID', 'External reference', 'Masked key value', 'Start date', 'End date', 'State'],
      'Active',
    ],
    ['no accents', headings.map((heading) => heading.normalize('NFD')), 'actif'],
    ['icons', headings.map((heading) => `arrow_downward ${heading.toUpperCase()}`), 'ACTIF'],
    ['NBSP', headings.map((heading) => heading.replaceAll(' ', '\u00a0')), '\u00a0Actif '],
  ])('is read with headings in %s', (_, cells, state) => {
    expect(readList([cells, changed({ 5: state })])).toEqual({ keys: [key], skipped: 0 });
  });

  it('has no end where there is none, and an unknown state where it is not known', () => {
    const { end: _, ...endless } = key;
    const list = readList([headings, changed({ 4: '\u00a0', 5: 'Suspendu' })]);
    expect(list).toEqual({ keys: [{ ...endless, state: 'unknown' }], skipped: 0 });
  });

  it.each([
    ['an id that is none', { 0: 'trois' }],
    ['no id', { 0: '' }],
    ['a day that does not exist', { 3: '31/02/2021' }],
    ['no start', { 3: '' }],
    ['a year of two digits', { 4: '29/01/21' }],
    ['words for an end', { 4: 'jamais' }],
    ['a value that is not masked', { 2: canary }],
    ['a mask without its last three', { 2: '*****' }],
    ['more of the value than three', { 2: '*****MqV8' }],
    ['a value for a reference', { 1: canary }],
    ['a reference of no such letters', { 1: 'référence' }],
  ])('skips a row with %s, and counts it', (_, cells) => {
    const list = readList([headings, changed(cells), row]);
    expect(list).toEqual({ keys: [key], skipped: 1 });
    expect(JSON.stringify(list)).not.toContain(canary);
  });

  it('skips every row where one day begins with its month', () => {
    expect(readList([headings, changed({ 3: '01/29/2021' }), row])).toEqual({ keys: [], skipped: 2 });
  });

  it.each([
    ['no headings', []],
    ['another table', ['ID', 'Date', 'Montant', 'Etat', 'Moyen', 'Carte masquée']],
    ['no end', headings.map((heading) => heading.replace('Date de fin', 'Auteur'))],
    ['two references', [...headings, 'Reference']],
  ])('is none with %s', (_, cells) => {
    expect(readList([cells, row])).toBeUndefined();
  });
});
