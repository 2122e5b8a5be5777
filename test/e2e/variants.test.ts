import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unreadable, variants } from '../console/variant.ts';
import { sampled } from '../sample.ts';
import { ConsolePage, consoles } from './harness/console-page.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';

const readable = variants.filter((variant) => !unreadable.includes(variant));

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(name);
  });
  afterAll(() => session.end());

  it.each(
    sampled(readable, 2, name).flatMap((variant) =>
      sampled(['fr', 'en'] as const, 1, `${name} ${variant}`).map((language) => ({ variant, language })),
    ),
  )('the pop-up $variant, in $language, is read whole', async (visit) => {
    const consolePage = await ConsolePage.visit(session.browser, visit);
    await consolePage.createKey();
    const destination = await installKey(session);
    await destination.page.close();

    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
    await consolePage.pressClose();
    await consolePage.closed();
    await consolePage.page.close();
  });

  it.each(sampled(['same-origin', 'sandboxed'], 1, `frames ${name}`))(
    'the pop-up in a frame of the console itself, %s, is read whole',
    async (as) => {
      const consolePage = await ConsolePage.visitFramed(
        session.browser,
        `${consoles.homologation}/framed?as=${as}`,
      );
      await consolePage.createKey();
      const destination = await installKey(session);
      await destination.page.close();

      expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
      await consolePage.page.close();
    },
  );
});
