// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from '../../../extension/capture/pieces.ts';
import { read } from '../../../extension/capture/reading.ts';
import { times } from '../../sample.ts';
import { key } from './pop-ups.ts';

const runs = times(10_000, 1_000);
const alphabet = [...'ABCXYZabcxyz0189+/=-_ .:%,\t\u00a0*•é'];

document.body.innerHTML = `<div role="dialog"><h2>Clé d’accès créée</h2><dl><dt>Valeur de la clé</dt><dd>${key.accessKey}</dd>
  <dt>Authorization</dt><dd id="a"></dd></dl><button>Fermer</button></div>`;
const box = document.querySelector('[role=dialog]') as Element;
const place = document.getElementById('a') as Element;

type Mutation = (text: string, at: number, letter: string) => string;

const mutations: readonly Mutation[] = [
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at + 1),
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  (text, at) => text.slice(0, at) + text.slice(at).toLowerCase(),
  (text, at) => text.slice(0, at) + text.slice(at).toUpperCase(),
  (text, at) => text.slice(0, at) + text.slice(at, at + 4).repeat(2) + text.slice(at + 4),
  (text, at) => `${text.slice(0, at)}…`,
  (text) => text.replace('Basic', 'Bearer'),
  (text, _, letter) => text.replaceAll('=', letter),
];

const mutated = fc
  .array(
    fc.tuple(fc.constantFrom(...mutations), fc.nat(key.authorization.length), fc.constantFrom(...alphabet)),
    { minLength: 1, maxLength: 3 },
  )
  .map((steps) => steps.reduce((text, [mutate, at, letter]) => mutate(text, at, letter), key.authorization))
  .filter((text) => !isHeaderOfValue(text));

/**
 * Says whether a text still has in it, as a word of its own, a header of the value. The merchant is shown nowhere else in
 * the pop-up, so a header that names another one is as good.
 */
function isHeaderOfValue(text: string): boolean {
  return [...text.matchAll(/(?<![^\s:,])Basic (\S+?=*)(?![^\s:,])/g)].some(([, encoded = '']) => {
    const decoded = Buffer.from(encoded, 'base64');
    const merchantId = decoded.toString('latin1').slice(0, -key.accessKey.length - 1);
    return (
      decoded.toString('base64') === encoded &&
      decoded.toString('latin1') === `${merchantId}:${key.accessKey}`
    );
  });
}

it(`of ${runs} mutated Authorizations none is accepted`, () => {
  fc.assert(
    fc.property(mutated, (header) => {
      place.textContent = header;
      expect(read(box, piecesOf(box)).kind).toBe('incomplete');
    }),
    { numRuns: runs, seed: 20_260_101 },
  );
});

it('the header itself is accepted', () => {
  place.textContent = key.authorization;
  expect(read(box, piecesOf(box)).kind).toBe('complete');
});
