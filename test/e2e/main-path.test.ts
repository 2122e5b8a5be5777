import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { environments } from '../../shared/environment.ts';
import { sampled } from '../sample.ts';
import { mustCle } from './harness/cle.ts';
import { ConsolePage, consoles } from './harness/console-page.ts';
import { gateHost } from './harness/host-gate.ts';
import { createdKey, installKey, lookAtChanges, valuesOf } from './harness/install-key.ts';
import { readers } from './harness/read-back.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  let session: Session;
  afterEach(() => session.end());

  it.each(sampled(environments, 1, `main path ${name}`))(
    'a created key of %s is in its files, and not a byte besides',
    async (environment) => {
      session = await Session.start(name, { environment });
      const consolePage = await ConsolePage.visit(session.browser, { origin: consoles[environment] });
      await consolePage.createKey();
      await installKey(session);
      await consolePage.pressClose();
      await consolePage.closed();

      const values = valuesOf(createdKey(session));
      expect(readSample(session.workspace.project)).toEqual(expectedSample(values));
      for (const read of Object.values(readers))
        expect(values).toMatchObject(read(session.workspace.project));
    },
  );

  it('the changes are shown masked, and nothing is written before they are confirmed', async () => {
    session = await Session.start(name);
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const { changes } = await lookAtChanges(session);

    const { accessKey } = createdKey(session);
    const text = changes.join('\n');
    expect(text).toContain(`*****${accessKey.slice(-3)}`);
    expect(text).not.toContain(accessKey.slice(0, 8));
    expect(readSample(session.workspace.project)).toEqual(expectedSample(session.before));
  });

  it('"in place" is said on the receipt, not before', async () => {
    session = await Session.start(name);
    const gate = gateHost(session);
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const { destination } = await lookAtChanges(session);

    gate.close();
    await destination.install();
    expect(await destination.saysInPlace()).toBe(false);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(session.before));
    gate.open();
    await destination.inPlace();
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
  });

  it('a host that dies, or says nothing that can be read, is never taken for a receipt', async () => {
    session = await Session.start(name);
    const gate = gateHost(session);
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const { destination } = await lookAtChanges(session);

    gate.replace('cat > /dev/null & exit 1');
    await destination.install();
    await destination.problem();
    gate.replace(String.raw`printf '\002\000\000\000{}'; cat > /dev/null`);
    await destination.retry();
    await destination.problem();
    expect(await destination.saysInPlace()).toBe(false);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(session.before));
  });
});

describe('a program that may have taken the key', () => {
  let session: Session;
  afterEach(() => session.end());

  it('is named, nothing is called in place, and the key waits until it is tried again', async () => {
    session = await Session.start('chromium');
    const { project } = session.workspace;
    const take = 'cat > taken; test -e ready || exit 7';
    appendFileSync(
      join(project, 'cle.config.yaml'),
      `    - { command: [sh, -c, "${take}"], set: accessKey }\n`,
    );
    mustCle(session.workspace, 'allow', '--yes');
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const { destination } = await lookAtChanges(session);
    await destination.install();
    const shown = await destination.notEverywhere();
    expect(shown).toContain(take);
    expect(shown).toContain('(7)');
    expect(await destination.saysInPlace()).toBe(false);
    const values = valuesOf(createdKey(session));
    expect(readSample(project)).toEqual(expectedSample(values));
    expect(mustCle(session.workspace, 'status')).toContain(`*****${values.accessKey.slice(-3)}`);

    writeFileSync(join(project, 'ready'), '');
    await destination.retry();
    await destination.choose(basename(project));
    await destination.askForChanges();
    await destination.changes();
    await destination.install();
    await destination.inPlace();
    expect(readFileSync(join(project, 'taken'), 'utf8')).toBe(values.accessKey);
  });
});
