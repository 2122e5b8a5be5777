// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guard } from '../../../extension/capture/guard.ts';

const page = `<nav><a href="#/logout" id="logout">Se déconnecter</a></nav>
  <div role="dialog" id="box"><h2>Clé d'accès créée</h2>
    <div id="r"><input id="value"><button id="copy" aria-label="Copier"><i></i></button></div>
    <div id="s"><input id="authorization"><button id="icon"><i></i></button></div>
    <div><button id="reveal">Afficher la clé</button><button id="close">Fermer</button><button id="other">Suite</button></div>
  </div>`;

const onHeld = vi.fn();
let release: () => void;
let clock: number;
const byId = (id: string) => document.getElementById(id) as HTMLElement;

beforeEach(() => {
  document.body.innerHTML = page;
  onHeld.mockClear();
  clock = 1000;
  const held = { box: byId('box'), fields: [byId('value'), byId('authorization')] };
  release = guard(() => held, onHeld);
});
afterEach(() => release());

/** Sends an event as a person's hand would; says whether it was let through to the page. */
function send(id: string, event: Event, isTrusted = true): boolean {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  Object.defineProperty(event, 'timeStamp', { value: clock });
  const seen = vi.fn();
  const target = byId(id);
  target.addEventListener(event.type, seen, { once: true });
  target.dispatchEvent(event);
  target.removeEventListener(event.type, seen);
  expect(event.defaultPrevented).toBe(seen.mock.calls.length === 0);
  return seen.mock.calls.length === 1;
}

const init = { bubbles: true, cancelable: true, composed: true };
const pointer = (type: string) => new PointerEvent(type, init);
const mouse = (type: string, detail = 1) => new MouseEvent(type, { ...init, detail });
const key = (name: string, more = {}) => new KeyboardEvent('keydown', { ...init, key: name, ...more });

function press(id: string): boolean {
  const passed = [
    pointer('pointerdown'),
    mouse('mousedown'),
    pointer('pointerup'),
    mouse('mouseup'),
    mouse('click'),
  ].map((event) => send(id, event));
  expect(new Set(passed).size).toBe(1);
  return passed[0] ?? false;
}

describe('a press that would end the pop-up', () => {
  it.each(['close', 'other', 'logout', 'box'])('is held once and passes when it is meant: %s', (id) => {
    expect(press(id)).toBe(false);
    expect(onHeld).toHaveBeenCalledTimes(1);
    clock += 600;
    expect(press(id)).toBe(true);
  });

  it('is held also as a double click', () => {
    expect(press('close')).toBe(false);
    clock += 150;
    expect(press('close')).toBe(false);
  });

  it('is not ended by keeping the button down', () => {
    expect(send('close', pointer('pointerdown'))).toBe(false);
    clock += 2000;
    expect(send('close', mouse('click'))).toBe(false);
  });

  it('passes anywhere once it is meant', () => {
    press('logout');
    clock += 600;
    expect(press('close')).toBe(true);
    expect(press('logout')).toBe(true);
  });

  it('is held and released by the keyboard as well', () => {
    expect(send('value', key('Escape'))).toBe(false);
    clock += 100;
    expect(send('value', key('Escape', { repeat: true }))).toBe(false);
    clock += 600;
    expect(send('value', key('Escape', { repeat: true }))).toBe(false);
    expect(send('value', key('Escape'))).toBe(true);
  });

  it.each([
    ['Enter', key('Enter')],
    ['the blank', key(' ')],
    ['assistive technology', mouse('click', 0)],
  ])('is held on the button: %s', (_, event) => {
    expect(send('close', event)).toBe(false);
  });

  it('is held on the way back', () => {
    expect(send('value', key('ArrowLeft', { altKey: true }))).toBe(false);
  });
});

describe('what does not end the pop-up passes', () => {
  it.each(['copy', 'icon', 'reveal', 'value'])('%s', (id) => {
    expect(press(id)).toBe(true);
    expect(onHeld).not.toHaveBeenCalled();
  });

  it('typing and moving', () => {
    expect(send('value', key('Tab'))).toBe(true);
    expect(send('value', key('c', { ctrlKey: true }))).toBe(true);
    expect(send('copy', key('Enter'))).toBe(true);
  });
});

describe('a script of the page', () => {
  it('closes nothing with its own events, however many', () => {
    for (let n = 0; n < 1000; n++) {
      clock += 1000;
      expect(send('close', mouse('click'), false)).toBe(false);
      expect(send('close', key('Escape'), false)).toBe(false);
    }
    expect(onHeld).not.toHaveBeenCalled();
  });

  it('does not count as the first press of a person', () => {
    send('close', mouse('click'), false);
    clock += 600;
    expect(press('close')).toBe(false);
  });

  it('does not ride on a press that was meant', () => {
    press('close');
    clock += 600;
    press('close');
    expect(send('close', mouse('click'), false)).toBe(false);
  });
});

it('warns before the page is left, and holds nothing when it is over', () => {
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  release();
  const later = new Event('beforeunload', { cancelable: true });
  dispatchEvent(later);
  expect(later.defaultPrevented).toBe(false);
  expect(press('close')).toBe(true);
});
