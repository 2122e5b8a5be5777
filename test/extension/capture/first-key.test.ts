// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { find } from '../../../extension/capture/find.ts';
import { firstKeyPage, firstKeyPages, markups } from '../../console/first-key.ts';
import { fakeKey } from '../key.ts';

const { merchantId, accessKey } = fakeKey().toSecretJson();
const page = firstKeyPage('old', 'table', 'fr', { merchantId, accessKey });

afterEach(() => document.body.replaceChildren());

function readings(html: string) {
  document.body.innerHTML = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  return find(document).map(({ reading }) => reading);
}

describe.each(firstKeyPages)('a key beside its merchant id and nothing that proves it, in %s', (name) => {
  it.each(markups.flatMap((markup) => [[markup, 'fr'] as const, [markup, 'en'] as const]))(
    'is read as %s, in %s',
    (markup, language) => {
      const shown = { accessKey, merchantId, authorization: '', reference: '' };
      expect(readings(firstKeyPage(name, markup, language, { merchantId, accessKey }))).toEqual([
        expect.objectContaining({ kind: 'complete', shown }),
      ]);
    },
  );
});

describe('is not taken', () => {
  it('without a merchant id: a person is told', () => {
    expect(readings(page.replace(/<tr><td>Identifiant.*?<\/tr>/, ''))).toEqual([
      expect.objectContaining({ kind: 'incomplete', code: 'key-merchant-missing' }),
    ]);
  });

  it.each([
    [
      'where the key may be typed',
      firstKeyPage('old', 'inputs', 'fr', { merchantId, accessKey }).replaceAll('readonly', ''),
    ],
    ['where a date is asked for', page.replace('</table>', '<tr><td>Fin</td><td><input></td></tr></table>')],
    ['where the value is masked', firstKeyPage('old', 'table', 'fr', { merchantId, accessKey: '*****qV8' })],
    ['where the value is a word', firstKeyPage('old', 'table', 'fr', { merchantId, accessKey: 'Supprimer' })],
    [
      'where the merchant id is no number',
      firstKeyPage('old', 'table', 'fr', { merchantId: '', accessKey: 'x' }),
    ],
  ])('%s', (_, html) => {
    expect(readings(html)).toEqual([]);
  });
});
