import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { times } from '../sample.ts';
import { ConsolePage } from './harness/console-page.ts';
import { createdKey } from './harness/install-key.ts';
import { openWindow } from './harness/open-window.ts';
import { Session } from './harness/session.ts';
import { waitingIn } from './harness/waiting.ts';

/** How often each is killed. */
const kills = { chromium: times(12, 2), firefox: times(8, 1) } as const;
/** In milliseconds: after the pop-up came, at the most; and for a key to be kept that is waited for. */
const [latest, patience] = [500, 120_000];

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(name, { connected: false, greeting: true, fresh: true });
    await openWindow(session, 'destination.html');
  });
  afterAll(() => session.end());

  const references = async () => (await waitingIn(session.browser)).map(({ key }) => key.reference);

  it(`every key that was kept is still kept after each of ${kills[name]} kills of the browser`, async () => {
    const kept = new Set<string>();
    const created: string[] = [];
    for (let kill = 0; kill < kills[name]; kill++) {
      await (await ConsolePage.visit(session.browser)).createKey();
      const { reference } = createdKey(session);
      created.push(reference);
      // Every other kill comes after its key was kept, however slow the machine is.
      if (kill % 2 === 0) {
        await expect.poll(() => references(), { timeout: patience }).toContain(reference);
      }
      await sleep(Math.random() * latest);
      for (const each of await references()) kept.add(each);
      await session.crash();
      await openWindow(session, 'destination.html');
      const now = await references();
      expect(now, `kill ${kill}: a key that was said to be safe is gone`).toEqual(
        expect.arrayContaining([...kept]),
      );
      expect(new Set(now).size, 'a key is kept once').toBe(now.length);
      expect(created, 'nothing is kept that was never created').toEqual(expect.arrayContaining(now));
    }
    expect(kept.size, 'the kills came too soon to prove anything').toBeGreaterThanOrEqual(kills[name] / 2);
  });
});
