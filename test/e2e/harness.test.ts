import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { shownText } from './harness/evidence.ts';
import { createdKey } from './harness/install-key.ts';
import { readers } from './harness/read-back.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { newTab } from './harness/tabs.ts';
import { waitingIn } from './harness/waiting.ts';

describe.each(['chromium', 'firefox'] as const)('the harness, with %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(name);
  });
  afterAll(() => session.end());

  it('leads every https address to the practice console', async () => {
    const { page } = await ConsolePage.visit(session.browser, { origin: 'https://console.example' });
    expect(await shownText(page)).toContain('Centre Administration');
  });

  it('leads no other address anywhere', async () => {
    const page = await newTab(session.browser);
    await expect(page.goto('http://payline.example/')).rejects.toThrow();
  });

  it('has the shipped extension', async () => {
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    await DestinationWindow.opened(session.browser);
    const { reference } = createdKey(session);
    expect(await waitingIn(session.browser)).toMatchObject([{ key: { reference } }]);
  });

  it('begins with a project that its readers understand', () => {
    const { project } = session.workspace;
    expect(readSample(project)).toEqual(expectedSample(session.before));
    for (const read of Object.values(readers)) expect(session.before).toMatchObject(read(project));
  });
});
