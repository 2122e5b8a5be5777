import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../../../configurator/install/targets/snapshot.ts';
import { recordIds, type Swap, saveRecord } from '../../../../configurator/install/write/commit-record.ts';
import { recover } from '../../../../configurator/install/write/recover.ts';
import { temporaryName } from '../../../../configurator/machine/files.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

const id = '7f1f5c0e-3c1d-4b53-9a6e-0d6c2f6a1b11';
const [former, next] = ['KEY=former\n', 'KEY=next\n'];

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  for (const file of ['a.env', 'b.env']) box.put(file, former);
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const at = (file: string) => join(box.project, file);

/** A swap whose temporary file is written, as a crash leaves it. */
function staged(name: string): Swap {
  const temporary = temporaryName();
  box.put(temporary, next);
  return { folder: box.project, name, temporary, expected: sha256(Buffer.from(former)), mode: 0o640 };
}
const files = () => readdirSync(box.project).sort();

describe('recover', () => {
  it('discards a change that was not committed: every file is as it was', async () => {
    await saveRecord(id, { committed: false, swaps: [staged('a.env'), staged('b.env')], leftovers: [] });
    await recover();
    expect([box.read('a.env'), box.read('b.env')]).toEqual([former, former]);
    expect(files()).toEqual(['a.env', 'b.env']);
    expect(await recordIds()).toEqual([]);
  });

  it('completes a committed change that stopped between two files', async () => {
    const swaps = [staged('a.env'), staged('b.env')];
    await saveRecord(id, { committed: true, swaps, leftovers: [] });
    renameSync(at(swaps[0]?.temporary ?? ''), at('a.env'));
    await recover();
    expect([box.read('a.env'), box.read('b.env')]).toEqual([next, next]);
    expect(files()).toEqual(['a.env', 'b.env']);
    expect(await recordIds()).toEqual([]);
  });

  it('keeps what a person changed after the crash', async () => {
    await saveRecord(id, { committed: true, swaps: [staged('a.env'), staged('b.env')], leftovers: [] });
    box.put('b.env', 'KEY=mine\n');
    await recover();
    expect([box.read('a.env'), box.read('b.env')]).toEqual([next, 'KEY=mine\n']);
    expect(files()).toEqual(['a.env', 'b.env']);
  });

  it('does not restore a file that was removed after the crash', async () => {
    await saveRecord(id, { committed: true, swaps: [staged('a.env')], leftovers: [] });
    rmSync(at('a.env'));
    await recover();
    expect(files()).toEqual(['b.env']);
  });

  it('finishes even if a folder is gone', async () => {
    const swap = { ...staged('a.env'), folder: join(box.project, 'gone') };
    await saveRecord(id, { committed: true, swaps: [swap], leftovers: [] });
    await recover();
    expect(await recordIds()).toEqual([]);
  });

  it('removes only its own names, even if the record was forged', async () => {
    box.put('precious', 'mine');
    const path = join(box.env['CLE_HOME'] ?? '', 'commits', `${id}.json`);
    await saveRecord(id, { committed: false, swaps: [staged('a.env')], leftovers: [] });
    const swap = { ...staged('a.env'), temporary: 'precious' };
    writeFileSync(path, JSON.stringify({ version: 1, committed: false, swaps: [swap], leftovers: [] }));
    await expect(recover()).rejects.toMatchObject({ code: 'state-unreadable' });
    expect(box.read('precious')).toBe('mine');
  });

  it('runs at the start of any command', async () => {
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments: { homologation: [{ file: a.env, set: { KEY: accessKey } }] }\n',
    );
    await saveRecord(id, { committed: true, swaps: [staged('a.env')], leftovers: [] });
    expect((await box.cle(['status', '--project', box.project])).status).toBe(0);
    expect(box.read('a.env')).toBe(next);
  });

  it('removes what a crash left in the state folder', async () => {
    await recover();
    const left = ['', 'commits', 'staging'].map((folder) =>
      join(box.env['CLE_HOME'] ?? '', folder, temporaryName()),
    );
    for (const path of left) writeFileSync(path, 'x');
    await recover();
    expect(left.filter(existsSync)).toEqual([]);
  });
});
