// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../extension/capture/find.ts';
import { Watch } from '../../../extension/capture/watch.ts';
import { key, popUps } from './pop-ups.ts';

const [first, , list] = Object.values(popUps);
const sessions: {
  see: ReturnType<typeof vi.fn>;
  handleRemoval: ReturnType<typeof vi.fn>;
  isSafe: boolean;
}[] = [];

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame', 'performance'] });
  new Watch((_: Finding) => {
    const session = { see: vi.fn(), handleRemoval: vi.fn(), isSafe: false };
    sessions.push(session);
    return session as never;
  }).start(document);
});
afterEach(async () => {
  document.body.replaceChildren();
  await vi.advanceTimersByTimeAsync(500);
  sessions.length = 0;
});
afterAll(() => vi.useRealTimers());

const frame = () => vi.advanceTimersByTimeAsync(50);
const put = (html = list?.html ?? '', into: Element | ShadowRoot = document.body) => {
  const template = document.createElement('div');
  template.innerHTML = html;
  const popUp = template.firstElementChild as HTMLElement;
  into.append(popUp);
  return popUp;
};

describe('a watch', () => {
  it('sees the pop-up in the moment it comes, and again in every frame', async () => {
    put();
    await Promise.resolve();
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.see).toHaveBeenCalledTimes(1);
    await frame();
    expect(sessions[0]?.see.mock.calls.length).toBeGreaterThan(1);
  });

  it('sees values that arrive as a property, without any mutation', async () => {
    put(first?.html);
    await frame();
    expect(sessions[0]?.see.mock.lastCall?.[0].reading.kind).toBe('incomplete');
    for (const [id, value] of Object.entries(first?.values ?? {})) {
      (document.getElementById(id) as HTMLInputElement).value = value;
    }
    await frame();
    expect(sessions[0]?.see.mock.lastCall?.[0].reading).toMatchObject({ kind: 'complete', shown: key });
  });

  it('sees a title that is only written into what was there', async () => {
    const popUp = put(list?.html.replace("CLE D'ACCES CREEE", 'Chargement'));
    await frame();
    const title = popUp.querySelector('h4')?.firstChild as Text;
    title.data = "Clé d'accès créée";
    await frame();
    expect(sessions).toHaveLength(1);
  });

  it('sees a pop-up that is hidden in the page until it is needed, and again when it is needed again', async () => {
    const popUp = put();
    popUp.style.display = 'none';
    await vi.advanceTimersByTimeAsync(500);
    expect(sessions).toHaveLength(0);
    popUp.style.display = '';
    await vi.advanceTimersByTimeAsync(200);
    expect(sessions).toHaveLength(1);
    popUp.style.display = 'none';
    await vi.advanceTimersByTimeAsync(200);
    expect(sessions[0]?.handleRemoval).toHaveBeenCalledTimes(1);
    popUp.style.display = '';
    await vi.advanceTimersByTimeAsync(200);
    expect(sessions).toHaveLength(2);
  });

  it('sees what comes in an open shadow root', async () => {
    const host = document.createElement('x-app');
    const root = host.attachShadow({ mode: 'open' });
    document.body.append(host);
    await frame();
    put(undefined, root);
    await frame();
    expect(sessions).toHaveLength(1);
  });

  it('sees what comes in a shadow root that is attached after its host was searched', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    await frame();
    const root = host.attachShadow({ mode: 'open' });
    put(undefined, root);
    await vi.advanceTimersByTimeAsync(400);
    expect(sessions).toHaveLength(1);
  });

  it('sees a role that is set after the dialog came, and values that come after the role', async () => {
    const popUp = put(first?.html.replace('Clé d’accès créée', 'Vos accès').replace('role="dialog"', ''));
    await frame();
    popUp.setAttribute('role', 'dialog');
    await frame();
    expect(sessions).toHaveLength(0);
    for (const [id, value] of Object.entries(first?.values ?? {})) {
      (document.getElementById(id) as HTMLInputElement).value = value;
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(sessions).toHaveLength(1);
  });

  it('sees a pop-up that comes while the page is being drawn, and in the moment after', async () => {
    const draw = () => {
      for (let row = 0; row < 100; row++) document.body.append(document.createElement('p'));
    };
    draw();
    put();
    draw();
    await vi.advanceTimersByTimeAsync(150);
    expect(sessions).toHaveLength(1);
    document.body.replaceChildren();
    await vi.advanceTimersByTimeAsync(10);
    put();
    await vi.advanceTimersByTimeAsync(150);
    expect(sessions).toHaveLength(2);
  });

  it('keeps one session where the title is drawn again or translated', async () => {
    const popUp = put();
    await frame();
    (popUp.querySelector('h4') as HTMLElement).innerHTML = '<font>Zugangsschlüssel erstellt</font>';
    await frame();
    (popUp.querySelector('h4') as HTMLElement).outerHTML = '<h4>Clé d’accès créée</h4>';
    await frame();
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.handleRemoval).not.toHaveBeenCalled();
  });

  it('ends the session when the pop-up goes, and looks no more', async () => {
    put().remove();
    await frame();
    put().remove();
    const popUp = put();
    await frame();
    popUp.remove();
    await frame();
    expect(sessions.at(-1)?.handleRemoval).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(500);
    // What is left asks now and then for shadow roots that come after their hosts.
    expect(vi.getTimerCount()).toBe(1);
  });
});
