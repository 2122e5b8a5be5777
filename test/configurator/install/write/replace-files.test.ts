import { randomUUID } from 'node:crypto';
import fs, { readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { install } from '../../../../configurator/install/install.ts';
import { makePlan } from '../../../../configurator/install/plan.ts';
import { recover } from '../../../../configurator/install/write/recover.ts';
import { backupIds } from '../../../../configurator/machine/records/backups.ts';
import { loadProject } from '../../../../configurator/project/load.ts';
import { AccessKey } from '../../../../shared/access-key.ts';
import { canary } from '../../../extension/key.ts';
import { keyJson, makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  vi.unstubAllEnvs();
  box.remove();
});

/** From the first rename onto the target on, every rename and creation fails. */
function breakAtTheSwap(target: string): void {
  const { renameSync, openSync } = fs;
  let broken = false;
  const refuse = () => {
    throw Object.assign(new Error(), { code: 'EROFS' });
  };
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    broken ||= String(to).endsWith(target);
    return broken ? refuse() : renameSync(from, to);
  });
  vi.spyOn(fs, 'openSync').mockImplementation((path, flags, mode) => {
    const makes = typeof flags === 'number' && (flags & fs.constants.O_CREAT) !== 0;
    return broken && makes ? refuse() : openSync(path, flags, mode);
  });
  syncBuiltinESMExports();
}

describe('replaceFiles', () => {
  it('reports that nothing changed if one file could not be replaced and the state folder cannot be written', async () => {
    box.put('.env', 'A=old\n');
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments: { homologation: [{ file: .env, set: { A: accessKey } }] }\n',
    );
    const project = await loadProject(box.project);
    const plan = await makePlan(project, AccessKey.parse(JSON.parse(keyJson(canary))));
    breakAtTheSwap('/.env');
    await expect(install(plan, { captureId: randomUUID() })).rejects.toMatchObject({
      code: 'write-failed',
      params: { file: '.env', reason: 'EROFS' },
    });
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    for (const look of ['at once', 'after the next start']) {
      expect(box.read('.env'), look).toBe('A=old\n');
      expect(readdirSync(box.project).sort(), look).toEqual(['.env', 'cle.config.yaml']);
      expect(await backupIds(project.id), look).toEqual([]);
      await recover();
    }
  });
});
