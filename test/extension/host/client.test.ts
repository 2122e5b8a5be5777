import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askHost } from '../../../extension/host/client.ts';
import { hostName } from '../../../shared/wire.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

const host = browser.runtime.sendNativeMessage;
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  host.mockReset();
});

/** A host that answers every frame with a reply made from it. */
const answering = (reply: (frame: { id: string }) => unknown) =>
  host.mockImplementation(async (_name: string, frame: { id: string }) => reply(frame));

describe('askHost', () => {
  it('sends one frame and gives the body of its reply', async () => {
    answering(({ id }) => ({ v: 1, id, ok: true, version: '0.1.0', recipient: 'age1x' }));
    expect(await askHost('hello', {})).toEqual({ version: '0.1.0', recipient: 'age1x' });
    expect(host).toHaveBeenCalledExactlyOnceWith(hostName, { v: 1, id: expect.any(String), type: 'hello' });
  });

  it('throws what the host refuses', async () => {
    answering(({ id }) => ({ v: 1, id, ok: false, code: 'file-missing', params: { file: '.env' } }));
    await expect(askHost('projects', {})).rejects.toMatchObject({
      code: 'file-missing',
      params: { file: '.env' },
    });
  });

  it('gives names and values as a window may show them, whatever they would do there', async () => {
    const [file, shown] = ['\u202evne.\u0085א', '\u2068\\u202evne.\\u0085א\u2069'];
    const project = { id: '0'.repeat(32), environments: ['production'] };
    answering(({ id }) => ({ v: 1, id, ok: true, projects: [{ ...project, name: file }] }));
    expect(await askHost('projects', {})).toEqual({ projects: [{ ...project, name: shown }] });
    answering(({ id }) => ({ v: 1, id, ok: false, code: 'file-missing', params: { file } }));
    await expect(askHost('projects', {})).rejects.toMatchObject({ params: { file: shown } });
  });

  it('takes a refusal without id: the host could not read one', async () => {
    answering(() => ({ v: 1, id: '', ok: false, code: 'frame-malformed', params: {} }));
    await expect(askHost('hello', {})).rejects.toMatchObject({ code: 'frame-malformed' });
  });

  it.each([
    ['nothing', () => undefined],
    ['garbage', () => 'hello'],
    ['another id', () => ({ v: 1, id: 'x', ok: true, projects: [] })],
    ['a refusal with another id', () => ({ v: 1, id: 'x', ok: false, code: 'internal', params: {} })],
    ['another version', ({ id }) => ({ v: 2, id, ok: true, projects: [] })],
    ['a field too many', ({ id }) => ({ v: 1, id, ok: true, projects: [], more: 1 })],
    ['a field of another type', ({ id }) => ({ v: 1, id, ok: true, projects: 'none' })],
    ['a code that nobody knows', ({ id }) => ({ v: 1, id, ok: false, code: 'whatever', params: {} })],
  ] as [string, (frame: { id: string }) => unknown][])('does not believe %s', async (_, reply) => {
    answering(reply);
    await expect(askHost('projects', {})).rejects.toMatchObject({ code: 'host-unreadable' });
  });

  it.each([
    ['Specified native messaging host not found.', 'host-missing'],
    ['No such native application cle_en_main', 'host-missing'],
    ['Access to the specified native messaging host is forbidden.', 'caller-unknown'],
    ['Native host has exited.', 'host-stopped'],
    ['Error when communicating with the native messaging host.', 'host-stopped'],
    ['An unexpected error occurred', 'host-stopped'],
  ])('says why the host cannot be reached: %s', async (message, code) => {
    host.mockRejectedValue(new Error(message));
    await expect(askHost('hello', {})).rejects.toMatchObject({ code });
  });

  it('does not try where the person has not connected the configurator yet', async () => {
    browser.permissions.contains.mockResolvedValueOnce(false);
    await expect(askHost('hello', {})).rejects.toMatchObject({ code: 'host-not-allowed' });
    expect(host).not.toHaveBeenCalled();
  });

  it('gives up on a host that stays silent', async () => {
    host.mockReturnValue(new Promise(() => {}));
    const asked = expect(askHost('hello', {})).rejects.toMatchObject({ code: 'host-silent' });
    await vi.advanceTimersByTimeAsync(15_000);
    await asked;
    expect(vi.getTimerCount()).toBe(0);
  });
});
