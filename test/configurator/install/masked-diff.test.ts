import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shownOld } from '../../../configurator/install/masked-diff.ts';
import { makePlan } from '../../../configurator/install/plan.ts';
import { loadProject } from '../../../configurator/project/load.ts';
import { findSecret } from '../../canary/find-secret.ts';
import { canary, fakeKey } from '../../extension/key.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

const former = 'Bk3QpR8sVb2LtXy9MqV2';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  box.put(
    'cle.config.yaml',
    'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey, ID: merchantId, H: authorization, NEW: credentials } }] }\n',
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

async function diff(text: string, file = '.env'): Promise<string[]> {
  box.put(file, text);
  const { files } = await makePlan(await loadProject(box.project), fakeKey());
  const lines = files.flatMap((planned) => planned.diff);
  const places = [{ name: 'the diff', bytes: Buffer.from(JSON.stringify(lines)) }];
  for (const secret of [canary, former]) expect(findSecret(secret, places)).toEqual([]);
  return lines.map(({ sign, line, text }) => `${sign} ${line} ${text}`);
}

describe('maskedDiff', () => {
  it('shows what is replaced, added and kept, by line, and no secret, not even the old one', async () => {
    const header = `Basic ${btoa(`17626983201234:${former}`)}`;
    expect(await diff(`ID=17626983201234\nKEY=${former} # ${former}\nH="${header}"\n`)).toEqual([
      'same 1 ID = 17626983201234',
      'removed 2 KEY = *****qV2',
      'added 2 KEY = *****qV8',
      expect.stringMatching(/^removed 3 H = \*{5}.{3}$/),
      expect.stringMatching(/^added 3 H = \*{5}.{3}$/),
      expect.stringMatching(/^added 4 NEW = \*{5}.{3}$/),
    ]);
  });

  it('also shows what changes through a reference: aliases of a value, and of a collection that contains it', async () => {
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments: { homologation: [{ file: a.yaml, set: { base.key: accessKey } }] }\n',
    );
    const text = `base: &base\n  key: &key ${former}\n  keys: 1\nshop: { key: *key }\nother:\n  <<: *base\nkey: &key 2\nagain: *key\n`;
    expect(await diff(text, 'a.yaml')).toEqual([
      'removed 2 base.key = *****qV2',
      'added 2 base.key = *****qV8',
      'removed 4 shop.key = *****qV2',
      'added 4 shop.key = *****qV8',
      'removed 6 other.<<.key = *****qV2',
      'added 6 other.<<.key = *****qV8',
    ]);
  });

  it('masks a secret in place of a merchant id', async () => {
    expect(await diff(`ID=${former}\nKEY=\nH=\n`)).toContain('removed 1 ID = *****qV2');
  });
});

describe('shownOld', () => {
  it('shows nothing of a value so short that its end would reveal much of it', () => {
    expect(shownOld('accessKey', 'abc1234')).toBe('*****');
    expect(shownOld('accessKey', 'abcd1234')).toBe('*****234');
    expect(shownOld('accessKey', '')).toBe('""');
  });
});
