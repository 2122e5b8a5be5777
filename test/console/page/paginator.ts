import { element, nextId } from './element.ts';
import { icon } from './icons.ts';
import { words } from './words.ts';

export interface Paging {
  page: number;
  size: number;
}

const sizes = [5, 10, 25];

/** "Éléments par page", "1 - 3 sur 3", and a step either way. */
export function paginator({ page, size }: Paging, total: number, go: (paging: Paging) => void): HTMLElement {
  const first = page * size;
  const last = Math.min(first + size, total);
  const id = nextId('mat-select');
  const select = element('select', { id, change: () => go({ page: 0, size: Number(select.value) }) });
  select.append(...sizes.map((choice) => element('option', { selected: choice === size }, String(choice))));
  const step = (name: 'previous' | 'next', to: number, disabled: boolean) =>
    element(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words[name],
        disabled,
        click: () => go({ page: to, size }),
      },
      icon(name),
    );
  return element(
    'mat-paginator',
    { role: 'group' },
    element('label', { for: id }, words.perPage),
    select,
    element('span', { 'aria-live': 'polite' }, words.range(first + 1, last, total)),
    step('previous', page - 1, page === 0),
    step('next', page + 1, last === total),
  );
}
