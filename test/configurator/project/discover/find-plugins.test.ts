import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { discover } from '../../../../configurator/project/discover/discover.ts';
import { plugins } from '../../../../configurator/project/kits/plugins.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;

beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

async function found(): Promise<string[]> {
  return (await discover(box.project)).plugins.map(({ plugin }) => plugin.name);
}

const shops = plugins.flatMap(({ name, markers }) => markers.map((marker) => ({ name, ...marker })));

describe('a shop', () => {
  it.each(shops)('of $name is recognised by $file $text', async ({ name, file, text }) => {
    const content = file === 'composer.json' ? `{ "require": { ${text}: "*" } }` : `<?php // ${text ?? ''}`;
    box.put(`shop/${file.replace('*', 'monext')}`, content);
    expect(await found()).toEqual([name]);
  });

  it('is not recognised by a package of another name', async () => {
    box.put('composer.json', '{ "require": { "monext/payline-sdk": "*" } }');
    box.put('config/bundles.php', '<?php return [];');
    expect(await found()).toEqual([]);
  });

  it.each(['monext/module-payline', 'motherbrain/sylius-payline-plugin', 'thelia/payline-module'])(
    'is not recognised in the repository of the plugin %s itself',
    async (name) => {
      box.put('composer.json', JSON.stringify({ name, require: { php: '>=8.1' } }));
      expect(await found()).toEqual([]);
    },
  );

  it('keeps no key in the code of its plugin', async () => {
    box.put('app/code/Monext/Payline/registration.php', '<?php\n');
    box.put(
      'app/code/Monext/Payline/etc/config.xml',
      '<config><payline><access_key>none</access_key></payline></config>',
    );
    expect(await discover(box.project)).toMatchObject({ findings: [], skipped: [] });
  });
});
