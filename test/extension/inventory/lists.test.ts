// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readList } from '../../../extension/inventory/read-list.ts';
import { survey } from '../../../extension/inventory/survey.ts';
import { key } from '../capture/pop-ups.ts';
import { fillText } from '../capture/saved-page.ts';
import { stage } from '../capture/stage.ts';

interface SavedList {
  readonly file: string;
  readonly ids: readonly string[];
  readonly skipped: number;
}

const folder = join(import.meta.dirname, 'lists');
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const lists: SavedList[] = JSON.parse(text('index.json'));

/** The three keys that every page shows. */
const all = [
  {
    id: '3',
    reference: 'rt2BDISsktLfrvPUqnS',
    lastThree: 'qV8',
    start: '2021-01-15',
    end: '2021-01-29',
    state: 'active',
  },
  { id: '2', reference: 'sDKplXjaGus9sTSv4TuB', lastThree: 'xml', start: '2020-05-19', state: 'active' },
  { id: '1', reference: '', lastThree: 'RX8', start: '2015-03-12', state: 'inactive' },
];

afterEach(() => document.body.replaceChildren());

describe('the list of keys in a page', () => {
  it.each(lists)('$file', ({ file, ids, skipped }) => {
    stage(fillText(text(file), key));
    const list = readList(survey(document).list ?? []);
    const keys = list?.keys.toSorted((one, other) => other.id.localeCompare(one.id));
    expect(keys).toEqual(all.filter(({ id }) => ids.includes(id)));
    expect(list?.skipped).toBe(skipped);
    expect(JSON.stringify(list)).not.toContain(key.accessKey);
  });

  it('has an answer for each page that was saved', () => {
    const saved = readdirSync(folder).filter((file) => file.endsWith('.html'));
    expect(lists.map(({ file }) => file).toSorted(), 'add it to lists/index.json').toEqual(saved.toSorted());
  });
});
