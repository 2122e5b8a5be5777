import { beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../../extension/messages/send.ts';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('../../../extension/messages/runtime.ts', () => ({
  reach: (use: (api: unknown) => unknown) => use({ runtime: { sendMessage } }),
}));

const stopped = new Error('the message channel closed before a response was received');
const receipt = { ok: true, value: { receipt: null } };

beforeEach(() => {
  sendMessage.mockReset();
});

describe('send', () => {
  it.each([
    ['rejects', () => sendMessage.mockRejectedValueOnce(stopped)],
    ['resolves to nothing', () => sendMessage.mockResolvedValueOnce(undefined)],
  ])('asks again where a stopped background %s', async (_, stop) => {
    stop();
    sendMessage.mockResolvedValueOnce(receipt);
    await expect(send('recall', { captureId: 'id' })).resolves.toEqual({ receipt: null });
    expect(sendMessage.mock.calls).toEqual([
      [{ type: 'recall', captureId: 'id' }],
      [{ type: 'recall', captureId: 'id' }],
    ]);
  });

  it('gives up where there is no background any more', async () => {
    sendMessage.mockRejectedValue(stopped);
    await expect(send('projects', {})).rejects.toBe(stopped);
    expect(sendMessage).toHaveBeenCalledTimes(3);
  });

  it('does not ask again what was refused', async () => {
    sendMessage.mockResolvedValue({ ok: false, code: 'host-missing', params: {} });
    await expect(send('projects', {})).rejects.toMatchObject({ code: 'host-missing' });
    expect(sendMessage).toHaveBeenCalledOnce();
  });
});
