// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { find } from '../../../extension/capture/find.ts';
import { key } from './pop-ups.ts';

/** What consoles, frameworks and people put in place of a letter that is not to be seen. */
const glyphs = [...'*•●·xX∙█▪…⋅‧・●○◦◌◉■□◼▇░▒▓＊⁎∗✱✲✳✻★☆⬤⚫‣–—_#?.-'];
const { accessKey } = key;
const [start, end] = [accessKey.slice(0, 2), accessKey.slice(-3)];

const masked = [...new Set(glyphs)].flatMap((glyph) => {
  const five = glyph.repeat(5);
  const [rest, whole] = [glyph.repeat(accessKey.length - 3), glyph.repeat(accessKey.length)];
  return [
    five,
    whole,
    five + end,
    rest + end,
    `${five} ${end}`,
    start + glyph.repeat(accessKey.length - 5) + end,
    accessKey.slice(0, 8) + whole,
    `${glyph.repeat(4)}-${glyph.repeat(4)}-${glyph.repeat(4)}-${end}`,
    Array(8).fill(glyph).join(' '),
    rest + end.toLowerCase(),
  ];
});

const text = (id: string, value: string) => {
  const element = document.getElementById(id);
  if (element) element.textContent = value;
};

beforeEach(() => {
  document.body.innerHTML = `<div role="dialog"><h2>Clé d’accès créée</h2><dl><dt>Valeur de la clé</dt><dd id="v"></dd>
    <dt>Authorization</dt><dd id="a"></dd></dl><button>Fermer</button></div>`;
});

const kinds = () => find(document).map(({ reading }) => reading.kind);

describe(`of ${masked.length} masked values none is taken`, () => {
  it('whatever masks them, beside the Authorization of a key with another end', () => {
    expect(masked.length).toBeGreaterThanOrEqual(300);
    text('a', `Basic ${btoa(`17626983201234:${accessKey.slice(0, -1)}9`)}`);
    const taken = masked.filter((value) => {
      text('v', value);
      return kinds().join() !== 'incomplete';
    });
    expect(taken).toEqual([]);
  });

  it('for the key, which only the Authorization of the key tells, where the mask shows its end', () => {
    text('a', key.authorization);
    const taken = masked.filter((value) => {
      text('v', value);
      const [reading] = find(document).map((finding) => finding.reading);
      if (reading?.kind === 'complete') expect(reading.shown).toEqual({ ...key, reference: '' });
      return reading?.kind === 'complete';
    });
    expect(taken.filter((value) => !value.endsWith(end))).toEqual([]);
    expect(taken).toContain(`*****${end}`);
    text('v', `*****${accessKey.slice(-2)}`);
    expect(kinds(), 'two letters tell no key').toEqual(['incomplete']);
  });

  it('not even beside an Authorization that was made from them', () => {
    const taken = masked.filter((value) => {
      if (!/^[\x21-\x7e]+$/.test(value)) return false;
      text('v', value);
      text('a', `Basic ${btoa(`17626983201234:${value}`)}`);
      return kinds().join() !== 'incomplete';
    });
    expect(taken).toEqual([]);
  });
});

it('the same pop-up is taken with its key', () => {
  text('v', accessKey);
  text('a', key.authorization);
  expect(kinds()).toEqual(['complete']);
});
