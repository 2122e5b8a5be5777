import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../shared/messages.ts';
import { oneBrowser } from './harness/browsers.ts';
import { mustCle } from './harness/cle.ts';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { gateHost } from './harness/host-gate.ts';
import { createdKey, installKey, lookAtChanges, valuesOf } from './harness/install-key.ts';
import { expectedSample, readSample, sampleContent } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { stopWorker } from './harness/stop-worker.ts';

let session: Session;
afterEach(() => session.end());

/** The person opens the console and creates a key; the extension's window has come. */
async function createKey(): Promise<DestinationWindow> {
  const consolePage = await ConsolePage.visit(session.browser);
  await consolePage.createKey();
  return await DestinationWindow.opened(session.browser);
}

function expectInstalled(): void {
  expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
}

it.each(oneBrowser('a key waits sealed for a host'))(
  'a key waits, sealed, for a host that is not there yet, with %s',
  async (name) => {
    session = await Session.start(name, { connected: false });
    const destination = await createKey();
    expect((await destination.problem()).toLowerCase()).toContain(say('host-missing', {}, 'en').what);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(session.before));

    mustCle(session.workspace, 'connect', '--browser', name, '--yes');
    await destination.retry();
    await installKey(session);
    expectInstalled();
  },
);

it.each(oneBrowser('a key waits for a file that'))(
  'a key waits for a file that cannot be changed safely, and the file is named, with %s',
  async (name) => {
    session = await Session.start(name);
    const { project } = session.workspace;
    writeFileSync(join(project, 'config/payline.yaml'), 'payline: {access_key: "a"\npayline: [');
    const kept = readSample(project);
    const destination = await createKey();
    await destination.choose('shop');
    await destination.askForChanges();
    expect(await destination.problem()).toContain('config/payline.yaml');
    expect(readSample(project)).toEqual(kept);

    writeFileSync(join(project, 'config/payline.yaml'), sampleContent('config/payline.yaml', session.before));
    await destination.retry();
    await destination.install();
    await destination.inPlace();
    expectInstalled();
  },
);

it.each(oneBrowser('a file that changes after the changes'))(
  'a file that changes after the changes were shown is left alone, with %s',
  async (name) => {
    session = await Session.start(name);
    await createKey();
    const { destination } = await lookAtChanges(session);
    const file = join(session.workspace.project, '.env');
    writeFileSync(file, 'PAYLINE_ACCESS_KEY=somebody-elses\n');
    const kept = readSample(session.workspace.project);

    await destination.install();
    await destination.problem();
    expect(readSample(session.workspace.project)).toEqual(kept);
  },
);

it.each(oneBrowser('a key outlives the browser that is'))(
  'a key outlives the browser that is killed after its capture, with %s',
  async (name) => {
    session = await Session.start(name);
    await createKey();
    const survivor = createdKey(session);
    await session.crash();

    await createKey();
    const { destination } = await lookAtChanges(session);
    expect(await destination.waiting()).toBe(2);
    await destination.chooseKey(survivor.reference);
    await installKey(session);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(survivor)));
  },
);

describe('with chromium, whose background worker is stopped', () => {
  beforeEach(async () => {
    session = await Session.start('chromium');
  });

  it('after the capture, the key is installed all the same', async () => {
    await createKey();
    await stopWorker(session.browser);
    await installKey(session);
    expectInstalled();
  });

  it('while the host works, the key is installed once and said to be in place', async () => {
    const gate = gateHost(session);
    await createKey();
    const { destination } = await lookAtChanges(session);
    gate.close();
    await destination.install();
    await stopWorker(session.browser);
    gate.open();
    await destination.inPlace();
    expectInstalled();
  });
});
