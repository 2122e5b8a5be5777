import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { receivedRefusal } from '../../shared/message-codes.ts';
import { Refusal } from '../../shared/refusal.ts';

/**
 * Chromium gives a newly granted permission to new pages only; a background worker that is already running has to start
 * again first. Until then it reaches the host through a window of the extension. The window passes on frames, in which
 * the key is sealed to the host.
 */
const name = 'relay';

const answer = v.variant('ok', [
  v.strictObject({ id: v.string(), ok: v.literal(true), reply: v.unknown() }),
  v.strictObject({ id: v.string(), ok: v.literal(false), code: v.string() }),
]);

const windows = new Set<Runtime.Port>();

/** In the background: accepts windows that offer to pass frames on, and rejects all other senders. */
export function acceptRelays(isWindow: (sender: Runtime.MessageSender) => boolean): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== name || !port.sender || !isWindow(port.sender)) return port.disconnect();
    windows.add(port);
    port.onDisconnect.addListener(() => void windows.delete(port));
  });
}

/**
 * In the background: sends a frame to the host through a window.
 *
 * @throws Refusal `host-not-allowed` if no window can do so, `host-stopped` if the window was closed meanwhile
 */
export function sendThroughWindow(frame: object): Promise<unknown> {
  const port = [...windows].at(-1);
  if (!port) throw new Refusal('host-not-allowed');
  const id = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    port.onDisconnect.addListener(() => reject(new Refusal('host-stopped')));
    port.onMessage.addListener((message) => {
      const { success, output } = v.safeParse(answer, message);
      if (!success || output.id !== id) return;
      if (output.ok) resolve(output.reply);
      else reject(receivedRefusal(output.code) ?? new Refusal('host-unreadable'));
    });
    port.postMessage({ id, frame });
  });
}

/**
 * In a window: offers to send the background's frames to the host.
 *
 * @param sendFrame returns the host's reply, or throws a Refusal
 */
export function offerRelay(sendFrame: (frame: object) => Promise<unknown>): void {
  if (!('sendNativeMessage' in browser.runtime)) return;
  const port = browser.runtime.connect({ name });
  port.onMessage.addListener(async (message) => {
    const { id, frame } = message as { id: string; frame: object };
    port.postMessage(await replyTo(id, sendFrame(frame)));
  });
}

async function replyTo(id: string, pending: Promise<unknown>) {
  try {
    return { id, ok: true, reply: await pending };
  } catch (error) {
    return { id, ok: false, code: error instanceof Refusal ? error.code : 'internal' };
  }
}
