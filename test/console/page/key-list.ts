import type { KeyPage, ListedKey } from '../key-register.ts';
import { listKeys } from './api.ts';
import { listedDay } from './days.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';
import { type Paging, paginator } from './paginator.ts';
import { navigate, paths } from './router.ts';
import { words } from './words.ts';

interface Choice extends Paging {
  order: 'asc' | 'desc';
}

/** "Configuration > Clé d'API": the keys, masked. */
export function keyListPage(leaving: AbortSignal): HTMLElement {
  const card = element('div', { class: 'card' });
  const load = async (choice: Choice) => {
    const found = await listKeys(choice.page, choice.size, choice.order);
    if (!leaving.aborted) card.replaceChildren(...listParts(found, choice, load));
  };
  load({ page: 0, size: 10, order: 'desc' }).catch(() => card.replaceChildren(words.failed));
  const add = element(
    'button',
    {
      type: 'button',
      class: 'icon-button add',
      'aria-label': words.newKey,
      title: words.newKey,
      click: () => navigate(paths.create),
    },
    icon('add'),
  );
  const heading = element('div', { class: 'heading' }, element('h1', {}, words.apiKeys), add);
  return element('section', {}, heading, card);
}

function listParts({ total, rows }: KeyPage, choice: Choice, load: (choice: Choice) => void): HTMLElement[] {
  const turn = () => load({ ...choice, page: 0, order: choice.order === 'desc' ? 'asc' : 'desc' });
  const table = element(
    'table',
    { 'mat-table': true },
    element('thead', {}, headerRow(choice.order, turn)),
    element('tbody', {}, ...rows.map(keyRow)),
  );
  const pages = paginator(choice, total, (paging) => load({ ...choice, ...paging }));
  return [
    element('div', { class: 'table' }, table),
    element('div', { class: 'below' }, element('span', {}, words.total(total)), pages),
  ];
}

function headerRow(order: Choice['order'], turn: () => void): HTMLElement {
  const arrow = element('span', { 'aria-hidden': 'true' }, order === 'desc' ? ' ↓' : ' ↑');
  const sort = element('button', { type: 'button', class: 'sort', click: turn }, words.start, arrow);
  const sorted = { scope: 'col', 'aria-sort': order === 'desc' ? 'descending' : 'ascending' };
  const plain = (word: string) => element('th', { scope: 'col' }, word);
  return element(
    'tr',
    { 'mat-header-row': true },
    ...[words.id, words.reference, words.maskedValue].map(plain),
    element('th', sorted, sort),
    ...[words.end, words.state].map(plain),
  );
}

function keyRow({ id, reference, masked, start, end, active }: ListedKey): HTMLElement {
  const open = () => navigate(paths.edit(id));
  const state = element(
    'span',
    { class: active ? 'chip on' : 'chip' },
    active ? words.active : words.inactive,
  );
  const cells = [String(id), reference, masked, listedDay(start), listedDay(end), state];
  const row = element(
    'tr',
    { 'mat-row': true, tabindex: '0', click: open },
    ...cells.map((cell) => element('td', { 'mat-cell': true }, cell)),
  );
  row.addEventListener('keydown', (event) => event.key === 'Enter' && open());
  return row;
}
