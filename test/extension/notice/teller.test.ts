// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notice } from '../../../extension/notice/notice.ts';
import { lastResort, makeNotifier, StatusNotice } from '../../../extension/notice/teller.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../../../extension/messages/ask.ts', () => ({ ask }));

const box = document.createElement('div');
const failed = { name: 'failed', held: false } as const;
const safe = { name: 'sealed', masked: '*****qV8', reference: '' } as const;
const words = (title: string): Notice => ({ title, text: '', isAlert: false, style: '' });
const answer = (title: string) => ({ ok: true, value: words(title) });

let shown: (Notice | undefined)[];
beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  ask.mockReset();
  vi.spyOn(StatusNotice.prototype, 'show').mockImplementation((notice) => void shown.push(notice));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** An answer that comes when the test says so. */
function pending() {
  let resolve: (value: unknown) => void = () => {};
  const promise = new Promise((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a page that tells', () => {
  it('says what the background says, asked once, however often it is told', async () => {
    ask.mockResolvedValue(answer('one'));
    const tell = makeNotifier();
    for (let frame = 0; frame < 10; frame++) tell(failed, box);
    await settle();
    expect(ask).toHaveBeenCalledExactlyOnceWith('notice', { state: failed });
    expect(shown.at(-1)).toEqual(words('one'));
  });

  it.each([
    ['refuses', { ok: false, code: 'internal', params: {} }],
    ['is gone', new Error('no background')],
  ])('says the one thing that matters where the background %s', async (_, outcome) => {
    if (outcome instanceof Error) ask.mockRejectedValue(outcome);
    else ask.mockResolvedValue(outcome);
    makeNotifier()(failed, box);
    await settle();
    expect(shown.at(-1)).toEqual(lastResort);
  });

  it('does not wait for a background that says nothing, and takes its words when they come', async () => {
    const late = pending();
    ask.mockReturnValue(late.promise);
    makeNotifier()(failed, box);
    await vi.advanceTimersByTimeAsync(600);
    expect(shown.at(-1)).toEqual(lastResort);
    late.resolve(answer('late'));
    await settle();
    expect(shown.at(-1)).toEqual(words('late'));
  });

  it('gives no alarm where the key is safe', async () => {
    ask.mockRejectedValue(new Error('no background'));
    makeNotifier()(safe, box);
    await vi.advanceTimersByTimeAsync(600);
    expect(shown.filter(Boolean)).toEqual([]);
  });

  it('says the latest, though an earlier answer comes later', async () => {
    const slow = pending();
    ask.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(answer('safe'));
    const tell = makeNotifier();
    tell(failed, box);
    tell(safe, box);
    slow.resolve(answer('failed'));
    await vi.advanceTimersByTimeAsync(600);
    expect(shown.at(-1)).toEqual(words('safe'));
    tell(undefined, box);
    expect(shown.at(-1)).toBeUndefined();
  });
});
