import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Handlers, receive } from '../../../extension/messages/receive.ts';
import { type MessageType, table } from '../../../extension/messages/table.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { times } from '../../sample.ts';

const types = Object.keys(table) as MessageType[];
const window = { kind: 'window' } as const;
const page = {
  kind: 'console',
  environment: 'homologation',
  origin: 'https://homologation-admin.payline.com',
} as const;
const captureId = '2f1c1f0a-52cf-4f6d-9b0e-6f1f6f1d2a11';
const shown = { accessKey: 'k', authorization: 'a', reference: 'r' };

function handlers(): Handlers {
  return Object.fromEntries(types.map((type) => [type, vi.fn(async () => ({}))])) as unknown as Handlers;
}

describe('receive', () => {
  it('hands a message of its type to its handler, without the type', async () => {
    const all = handlers();
    expect(await receive({ type: 'seal', ...shown }, page, all)).toEqual({ ok: true, value: {} });
    expect(all.seal).toHaveBeenCalledExactlyOnceWith(shown, page);
  });

  it.each([
    ['a field too many', { type: 'forget', captureId, project: 'x' }],
    ['a field missing', { type: 'forget' }],
    ['a field of another type', { type: 'forget', captureId: 7 }],
    ['a malformed id', { type: 'forget', captureId: '../x' }],
  ])('refuses %s', async (_, message) => {
    const all = handlers();
    expect(await receive(message, window, all)).toEqual({ ok: false, code: 'message-invalid', params: {} });
    expect(all.forget).not.toHaveBeenCalled();
  });

  it('gives a refusal by its code, and nothing that a bug says', async () => {
    const refusing = { ...handlers(), forget: () => Promise.reject(new Refusal('capture-unknown')) };
    const failing = { ...handlers(), forget: () => Promise.reject(new Error('quotes a secret')) };
    const message = { type: 'forget', captureId };
    expect(await receive(message, window, refusing)).toEqual({
      ok: false,
      code: 'capture-unknown',
      params: {},
    });
    expect(await receive(message, window, failing)).toEqual({ ok: false, code: 'internal', params: {} });
  });

  it('lets a page do nothing but hand over what it shows, or ask for help with it, whatever it sends', () => {
    const allowed = ['seal', 'page-key', 'list', 'notice', 'take', 'unreadable', 'here'];
    const message = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.oneof(fc.constantFrom(...types), fc.string()) }, { noNullPrototype: true }),
      fc.record({
        type: fc.constantFrom(...types),
        captureId: fc.uuid(),
        project: fc.string(),
        digest: fc.string(),
        files: fc.array(fc.string()),
      }),
    );
    fc.assert(
      fc.property(message, (sent) => {
        const called: MessageType[] = [];
        const noted = types.map((type) => [type, async () => called.push(type)]);
        void receive(sent, page, Object.fromEntries(noted));
        expect(called.filter((type) => !allowed.includes(type))).toEqual([]);
      }),
      { numRuns: times(5_000, 500) },
    );
  });

  it('hears nothing from a page that is a window’s to say', () => {
    const heard = types.filter((type) => receive({ type }, page, handlers()) !== undefined);
    expect(heard).toEqual(['seal', 'page-key', 'list', 'notice', 'take', 'unreadable', 'here']);
  });

  it('answers nobody whom it does not know', () => {
    for (const type of types) expect(receive({ type, ...shown }, undefined, handlers())).toBeUndefined();
  });
});
