import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptRelays, offerRelay, sendThroughWindow } from '../../../extension/host/relay.ts';
import { Refusal } from '../../../shared/refusal.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

type Listener = (value: unknown) => void;

/** One end of a port: what one end posts, the other hears, as a copy. */
class End {
  readonly name = 'relay';
  readonly heard: Listener[] = [];
  readonly gone: Listener[] = [];
  readonly onMessage = { addListener: (listener: Listener) => this.heard.push(listener) };
  readonly onDisconnect = { addListener: (listener: Listener) => this.gone.push(listener) };
  other: End | undefined;
  readonly sender: object | undefined;
  constructor(sender?: object) {
    this.sender = sender;
  }
  postMessage(message: unknown) {
    for (const listener of this.other?.heard ?? []) listener(structuredClone(message));
  }
  disconnect() {
    for (const listener of this.other?.gone ?? []) listener(this.other);
  }
}

const windowSender = { url: 'chrome-extension://us/destination.html' };
let ends: { background: End; window: End };
const connections: Listener[] = [];
Object.assign(browser.runtime, {
  onConnect: { addListener: (listener: Listener) => connections.push(listener) },
  connect: () => connect(windowSender),
});

function connect(sender: object): End {
  ends = { background: new End(sender), window: new End() };
  ends.background.other = ends.window;
  ends.window.other = ends.background;
  for (const listener of connections) listener(ends.background);
  return ends.window;
}

acceptRelays((sender) => sender === (windowSender as never));
beforeEach(() => ends?.window.disconnect());

describe('a frame that goes through a window', () => {
  it('comes back with the host’s reply', async () => {
    offerRelay(async (frame) => ({ echo: frame }));
    expect(await sendThroughWindow({ v: 1 })).toEqual({ echo: { v: 1 } });
  });

  it('comes back with the reason why the host was not reached', async () => {
    offerRelay(async () => {
      throw new Refusal('host-missing');
    });
    await expect(sendThroughWindow({})).rejects.toMatchObject({ code: 'host-missing' });
  });

  it('comes back where the window is closed meanwhile', async () => {
    offerRelay(() => new Promise(() => {}));
    const pending = sendThroughWindow({});
    ends.window.disconnect();
    await expect(pending).rejects.toMatchObject({ code: 'host-stopped' });
  });

  it('takes no answer for another frame, and none that has another form', async () => {
    offerRelay(() => new Promise(() => {}));
    const pending = sendThroughWindow({});
    ends.window.postMessage({ id: 'another', ok: true, reply: 'wrong' });
    ends.window.postMessage('wrong');
    ends.window.disconnect();
    await expect(pending).rejects.toMatchObject({ code: 'host-stopped' });
  });
});

it('does not leave the background where no window offers to pass it on', async () => {
  await expect(async () => sendThroughWindow({})).rejects.toMatchObject({ code: 'host-not-allowed' });
});

it('does not go through a page that is no window of the extension', async () => {
  connect({ url: 'https://admin.payline.com/' });
  await expect(async () => sendThroughWindow({})).rejects.toMatchObject({ code: 'host-not-allowed' });
});
