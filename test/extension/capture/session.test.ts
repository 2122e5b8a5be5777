// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../extension/capture/find.ts';
import type { Reading, Shown } from '../../../extension/capture/reading.ts';
import { type SealAnswer, Session, type SessionPorts } from '../../../extension/capture/session.ts';
import { key } from './pop-ups.ts';

const box = document.createElement('div');
const field = document.createElement('input');
const finding = (reading: Reading): Finding => ({ box, language: 'fr', reading });
const complete = (shown: Shown = key) => finding({ kind: 'complete', shown, elements: [field] });
const incomplete = finding({ kind: 'incomplete', code: 'key-masked', elements: [field] });
const sealed: SealAnswer = { kind: 'sealed', masked: '*****qV8', reference: key.reference };

let now: number;
let ports: { [Name in keyof SessionPorts]: ReturnType<typeof vi.fn<SessionPorts[Name]>> };
let release: ReturnType<typeof vi.fn<() => void>>;
beforeEach(() => {
  now = 0;
  release = vi.fn<() => void>();
  ports = {
    seal: vi.fn<SessionPorts['seal']>(async () => sealed),
    guard: vi.fn<SessionPorts['guard']>(() => release),
    show: vi.fn<SessionPorts['show']>(),
    askByHand: vi.fn<SessionPorts['askByHand']>(),
    now: vi.fn<SessionPorts['now']>(() => now),
    wait: vi.fn<SessionPorts['wait']>(async () => {}),
  };
});

const begin = (first: Finding) => new Session(ports, first);
const states = () => ports.show.mock.calls.map(([state]) => state.name);

describe('a session', () => {
  it('holds the pop-up from the first sight until the key is sealed, and not longer', async () => {
    const session = begin(incomplete);
    expect(ports.guard).toHaveBeenCalledTimes(1);
    session.see(complete());
    session.see(complete());
    expect(release).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(session.isSafe).toBe(true));
    expect(release).toHaveBeenCalledTimes(1);
    expect(ports.show).toHaveBeenLastCalledWith({
      name: 'sealed',
      masked: '*****qV8',
      reference: key.reference,
    });
  });

  it('takes a reading only when it stands still for two frames', () => {
    const session = begin(incomplete);
    session.see(complete({ ...key, reference: 'a' }));
    session.see(complete({ ...key, reference: 'ab' }));
    session.see(incomplete);
    session.see(complete());
    expect(ports.seal).not.toHaveBeenCalled();
    session.see(complete());
    expect(ports.seal).toHaveBeenCalledExactlyOnceWith(key);
  });

  it('seals once, however often the pop-up is looked at', async () => {
    const session = begin(complete());
    for (let frame = 0; frame < 20; frame++) session.see(complete());
    await vi.waitFor(() => expect(session.isSafe).toBe(true));
    for (let frame = 0; frame < 20; frame++) session.see(complete());
    expect(ports.seal).toHaveBeenCalledTimes(1);
  });

  it('seals what it read where the pop-up goes before the second frame', async () => {
    const session = begin(complete());
    session.see(complete());
    session.handleRemoval();
    expect(ports.seal).toHaveBeenCalledExactlyOnceWith(key);
    await vi.waitFor(() => expect(session.isSafe).toBe(true));
  });

  it('says that a key was lost where the pop-up goes unread', () => {
    const session = begin(incomplete);
    session.see(incomplete);
    session.handleRemoval();
    expect(states()).toEqual(['lost']);
    expect(release).toHaveBeenCalledTimes(1);
  });

  it('says loudly what it cannot read, once values have had their time, and goes on looking', () => {
    const session = begin(incomplete);
    session.see(incomplete);
    expect(states()).toEqual([]);
    now = 1500;
    session.see(incomplete);
    expect(ports.show).toHaveBeenLastCalledWith({ name: 'unreadable', code: 'key-masked', held: false });
    expect(release).not.toHaveBeenCalled();
    session.see(complete());
    session.see(complete());
    expect(ports.seal).toHaveBeenCalledTimes(1);
  });

  it('says that a press was held, while there is something to wait for', () => {
    begin(incomplete);
    const [, onHeld] = ports.guard.mock.calls[0] ?? [];
    onHeld?.();
    expect(ports.show).toHaveBeenLastCalledWith({ name: 'reading', held: true });
  });

  it('opens the window that takes a key by hand, once, where the key stays unreadable', () => {
    const unread = finding({ kind: 'incomplete', code: 'key-value-missing', elements: [field] });
    const session = begin(unread);
    for (now = 0; now <= 4000; now += 100) session.see(unread);
    expect(states()).toContain('unreadable');
    expect(ports.askByHand).not.toHaveBeenCalled();
    for (; now <= 8000; now += 100) session.see(unread);
    expect(ports.askByHand).toHaveBeenCalledTimes(1);
  });

  it('opens it for a masked key only when somebody tries to close the pop-up', () => {
    const session = begin(incomplete);
    for (now = 0; now <= 8000; now += 100) session.see(incomplete);
    expect(ports.askByHand).not.toHaveBeenCalled();
    ports.guard.mock.calls[0]?.[1]();
    session.see(incomplete);
    expect(ports.askByHand).toHaveBeenCalledTimes(1);
  });

  it('keeps the browser from remembering the fields', () => {
    begin(incomplete).see(incomplete);
    expect(field.getAttribute('autocomplete')).toBe('off');
  });

  it('begins again where the same pop-up shows the next key', async () => {
    const session = begin(complete());
    session.see(complete());
    session.see(complete());
    await vi.waitFor(() => expect(session.isSafe).toBe(true));
    const next = { ...key, accessKey: 'Zk3QpR8sVb2LtXy9MqV9' };
    session.see(complete(next));
    expect(session.isSafe).toBe(false);
    expect(ports.guard).toHaveBeenCalledTimes(2);
    session.see(complete(next));
    session.see(complete(next));
    expect(ports.seal).toHaveBeenLastCalledWith(next);
  });
});

describe('the next key in the same pop-up', () => {
  it.each([
    ['ends in the same three characters, under the same reference', { accessKey: 'Ak3QpR8sVb2LtXy9MqV8' }],
    [
      'is the same value of another merchant',
      { authorization: `Basic ${btoa(`17626983201235:${key.accessKey}`)}` },
    ],
  ])('is noticed where it %s', async (_, other) => {
    const session = begin(complete());
    session.see(complete());
    session.see(complete());
    await vi.waitFor(() => expect(session.isSafe).toBe(true));
    session.see(complete());
    expect(session.isSafe, 'the key that is safe is no next one').toBe(true);
    session.see(complete({ ...key, ...other }));
    expect(session.isSafe).toBe(false);
  });
});

describe('where sealing fails', () => {
  it('tries again, quietly at first, and says so when it goes on', async () => {
    for (let failure = 0; failure < 5; failure++) ports.seal.mockResolvedValueOnce({ kind: 'refused' });
    const session = begin(complete());
    session.see(complete());
    session.see(complete());
    await vi.waitFor(() => expect(session.isSafe).toBe(true));
    expect(ports.seal).toHaveBeenCalledTimes(6);
    expect(states()).toEqual(['failed', 'failed', 'sealed']);
    expect(release).toHaveBeenCalledTimes(1);
  });

  it('holds the pop-up as long as it lasts, and says at once that the extension is gone', async () => {
    ports.seal.mockResolvedValue({ kind: 'orphaned' });
    ports.wait.mockReturnValueOnce(new Promise(() => {}));
    const session = begin(complete());
    session.see(complete());
    session.see(complete());
    await vi.waitFor(() => expect(states()).toEqual(['orphaned']));
    session.handleRemoval();
    expect(states()).toEqual(['orphaned']);
    expect(release).not.toHaveBeenCalled();
  });
});
