// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { find } from '../../../extension/capture/find.ts';
import { key } from './pop-ups.ts';
import { fillPage, savedPages } from './saved-page.ts';
import { stage } from './stage.ts';

afterEach(() => document.body.replaceChildren());

describe('nothing is found in another page', () => {
  it.each(savedPages('others'))('$file', (page) => {
    stage(fillPage('others', page, key));
    const found = find(document).map(({ reading }) => (reading.kind === 'complete' ? 'captured' : 'loud'));
    const advice = page.knownMiss && `${page.file} is better than known: correct others/index.json`;
    expect(found, advice).toEqual(page.knownMiss ? [page.knownMiss] : []);
  });
});
