import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import type { AccessKeyJson } from '../../shared/access-key.ts';
import { oneBrowser } from './harness/browsers.ts';
import { cleReading, mustCle } from './harness/cle.ts';
import { ConsolePage } from './harness/console-page.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { type Installed, installPacked } from './harness/installed.ts';
import { readers } from './harness/read-back.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import type { Workspace } from './harness/workspace.ts';

/** What bears our name in a home, beside the state folder: its identity and backups are the user's. */
function leftInHome({ home }: Workspace): string[] {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' });
  const ours = names.filter((name) => /cle[-_]en[-_]main/.test(name));
  return ours.filter((name) => !/^cle-en-main(?:$|\/(?!host))/.test(name));
}

const another = 'Bk3QpR8sVb2LtXy9MqV2';

function applyByHand(workspace: Workspace, { authorization: _, ...key }: AccessKeyJson): void {
  const { status, stderr } = cleReading(JSON.stringify(key), workspace, 'apply', '-', '--yes');
  expect(status, stderr).toBe(0);
}

describe.each(oneBrowser('the packed package'))(
  'the packed package, installed by an ordinary user, with %s',
  (name) => {
    let session: Session;
    afterEach(() => session.end());

    it('takes a key to its files, is in order, and leaves nothing behind', async () => {
      session = await Session.start(name, { install: installPacked });
      const { workspace } = session;
      const { run, prefix } = workspace.installed as Installed;
      expect(run('id', '-u').trim(), 'an ordinary user is not root').not.toBe('0');
      expect(mustCle(workspace, '--version')).toBe(`${version}\n`);
      mustCle(workspace, 'doctor');

      const consolePage = await ConsolePage.visit(session.browser);
      await consolePage.createKey();
      await installKey(session);
      await consolePage.pressClose();
      await consolePage.closed();
      const values = valuesOf(createdKey(session));
      expect(readSample(workspace.project)).toEqual(expectedSample(values));
      for (const read of Object.values(readers)) expect(values).toMatchObject(read(workspace.project));

      applyByHand(workspace, { ...createdKey(session), accessKey: another });
      expect(readSample(workspace.project)).toEqual(expectedSample({ ...values, accessKey: another }));

      await session.stop();
      mustCle(workspace, 'disconnect', '--yes');
      run('npm', 'uninstall', '--global', '--offline', '--prefix', prefix, 'cle-en-main');
      expect(readdirSync(`${prefix}/bin`)).toEqual([]);
      expect(readdirSync(`${prefix}/lib/node_modules`).filter((each) => !each.startsWith('.'))).toEqual([]);
      expect(leftInHome(workspace)).toEqual([]);
    });
  },
);
