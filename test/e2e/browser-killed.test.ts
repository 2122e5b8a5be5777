import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConsolePage } from './harness/console-page.ts';
import { createdKey } from './harness/install-key.ts';
import { openWindow } from './harness/open-window.ts';
import { Session } from './harness/session.ts';
import { waitingIn } from './harness/waiting.ts';

/** How often each is killed; together, twenty times. */
const kills = { chromium: 12, firefox: 8 } as const;
/** In milliseconds after the pop-up came, at the most. */
const latest = 500;

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(name, { connected: false, greeting: true });
    await openWindow(session, 'destination.html');
  });
  afterAll(() => session.end());

  it(`every key that was kept is still kept after each of ${kills[name]} kills of the browser`, async () => {
    const kept = new Set<string>();
    const created: string[] = [];
    for (let kill = 0; kill < kills[name]; kill++) {
      await (await ConsolePage.visit(session.browser)).createKey();
      created.push(createdKey(session).reference);
      await sleep(Math.random() * latest);
      for (const { key } of await waitingIn(session.browser)) kept.add(key.reference);
      await session.crash();
      await openWindow(session, 'destination.html');
      const now = (await waitingIn(session.browser)).map(({ key }) => key.reference);
      expect(now, `kill ${kill}: a key that was said to be safe is gone`).toEqual(
        expect.arrayContaining([...kept]),
      );
      expect(new Set(now).size, 'a key is kept once').toBe(now.length);
      expect(created, 'nothing is kept that was never created').toEqual(expect.arrayContaining(now));
    }
    expect(kept.size, 'the kills came too soon to prove anything').toBeGreaterThan(kills[name] / 2);
  }, 240_000);
});
