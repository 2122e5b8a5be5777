// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Shown } from '../../../extension/capture/reading.ts';
import { Session } from '../../../extension/capture/session.ts';
import { Watch } from '../../../extension/capture/watch.ts';
import { mask } from '../../../shared/access-key.ts';
import { key } from './pop-ups.ts';
import { fillPage, type Outcome, savedPages } from './saved-page.ts';
import { stage } from './stage.ts';

const sealed: Shown[] = [];
const states: string[] = [];

beforeAll(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame', 'Date'],
  });
  const ports = {
    seal: async (shown: Shown) => {
      sealed.push(shown);
      return { kind: 'sealed' as const, masked: mask(shown.accessKey), reference: shown.reference };
    },
    guard: () => () => {},
    show: ({ name }: { name: string }) => void states.push(name),
    askByHand: () => {},
    now: () => Date.now(),
    wait: async () => {},
  };
  new Watch((finding) => new Session(ports, finding)).start(document);
});
afterEach(async () => {
  document.body.replaceChildren();
  await vi.advanceTimersByTimeAsync(500);
  sealed.length = 0;
  states.length = 0;
});
afterAll(() => vi.useRealTimers());

const outcome = (): Outcome => {
  if (sealed.length > 0) return 'captured';
  return states.includes('unreadable') ? 'loud' : 'nothing';
};

it.each(savedPages('variants').filter(({ browserOnly }) => !browserOnly))(
  '$file: $expected',
  async (page) => {
    stage(fillPage('variants', page, key));
    await vi.advanceTimersByTimeAsync(1000);
    if (page.press) document.querySelector<HTMLElement>(page.press)?.click();
    await vi.advanceTimersByTimeAsync(3000);

    const { knownMiss, expected } = page;
    const advice =
      knownMiss && `${page.file} is better than known: correct "knownMiss" in variants/index.json`;
    expect(outcome(), advice).toBe(knownMiss ?? expected);
    const reference = page.reference === false ? '' : key.reference;
    if (outcome() === 'captured') expect(sealed).toEqual([{ ...key, reference }]);
  },
);
