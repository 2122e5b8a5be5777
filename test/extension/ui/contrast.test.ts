import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../extension/notice/notice.ts';
import { lastResort } from '../../../extension/notice/teller.ts';

const css = readFileSync(new URL('../../../extension/ui/style.css', import.meta.url), 'utf8');

/** The custom properties of the style sheet: each a colour in light and one in dark. */
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light, dark]) => [
    name,
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

/** Which colours of text stand on which surfaces. */
const texts: Readonly<Record<string, readonly string[]>> = {
  text: ['page', 'surface', 'safe-surface', 'alert-surface', 'warning-surface'],
  muted: ['page', 'surface', 'safe-surface', 'alert-surface'],
  accent: ['page', 'surface'],
  alert: ['page', 'surface'],
  'on-accent': ['accent'],
  homologation: ['homologation-surface'],
  production: ['production-surface'],
};

/** What is no text but must be seen: the edge of a control, the mark of a state, the ring of the focus. */
const marks: Readonly<Record<string, readonly string[]>> = {
  control: ['page', 'surface'],
  accent: ['page', 'surface', 'safe-surface', 'alert-surface'],
  safe: ['surface', 'page'],
};

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = (uses: typeof texts) =>
  Object.entries(uses).flatMap(([name, surfaces]) =>
    surfaces.flatMap((surface) => (['light', 'dark'] as const).map((mode) => [name, surface, mode] as const)),
  );

function contrastOf(name: string, surface: string, mode: 'light' | 'dark'): number {
  const [one, other] = [colours.get(name), colours.get(surface)];
  if (!one || !other) throw new Error(`style.css has no --${name} or no --${surface}`);
  return contrast(one[mode], other[mode]);
}

/** Each pair of text and background in a style, in light and in dark. */
function pairsIn(style: string): [string, string][] {
  const colour = (name: string) =>
    new RegExp(`(?:^|;)${name}:([^;]+)`).exec(style)?.[1]?.match(/#\w{6}/g) ?? [];
  const backgrounds = colour('background');
  return colour('color').map((text, at) => [text, backgrounds[at] ?? '']);
}

describe('the notices in a page', () => {
  const styles = { calm: styleOf('calm'), safe: styleOf('safe'), alert: styleOf('alert') };

  it.each(Object.entries({ ...styles, last: lastResort.style }))('%s can be read', (_, style) => {
    expect(pairsIn(style).length).toBeGreaterThan(0);
    for (const [text, background] of pairsIn(style)) {
      expect(contrast(text, background), `${text} on ${background}`).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('the colours of the windows', () => {
  it.each(pairs(texts))('text in --%s on --%s, %s', (...pair) => {
    expect(contrastOf(...pair), 'text needs 4.5 (WCAG AA): change one of the two').toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it.each(pairs(marks))('a mark in --%s on --%s, %s', (...pair) => {
    expect(contrastOf(...pair), 'a mark needs 3 (WCAG AA): change one of the two').toBeGreaterThanOrEqual(3);
  });

  it('stand among the custom properties, where this test sees them', () => {
    const rules = css.slice(css.indexOf('}') + 1);
    const literal = rules.match(/#[0-9a-f]{3,8}\b|light-dark\(/gi) ?? [];
    expect(literal, 'name the colour in :root, and the surfaces that it stands on in this test').toEqual([]);
  });

  it('are measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
