import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { geteuid, seteuid } from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { discover } from '../../../../configurator/project/discover/discover.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;

beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});
const env = 'PAYLINE_MERCHANT_ID=17626983201234\nPAYLINE_ACCESS_KEY=before\nPAYLINE_ENVIRONMENT=homo\n';

async function found(): Promise<string[]> {
  return (await discover(box.project)).findings.map(({ file }) => file);
}

async function skipped(): Promise<object[]> {
  const { skipped } = await discover(box.project);
  return skipped.map(({ code, params }) => ({ code, ...params }));
}

describe('a file that needs a key', () => {
  it('is recognised by its names, and proposed with the words that it uses', async () => {
    box.put('.env', env);
    expect((await discover(box.project)).findings).toEqual([
      {
        file: '.env',
        environments: ['homologation'],
        reason: 'word',
        seen: { address: 'PAYLINE_ENVIRONMENT', line: 3, said: 'homo' },
        merchant: '17626983201234',
        target: {
          set: {
            PAYLINE_MERCHANT_ID: 'merchantId',
            PAYLINE_ACCESS_KEY: 'accessKey',
            PAYLINE_ENVIRONMENT: { field: 'environment', homologation: 'homo', production: 'prod' },
          },
        },
      },
    ]);
  });

  it.each([
    ['.env.production', 'production'],
    ['config/prod/payline.yaml', 'production'],
    ['deploy/staging.env', 'homologation'],
  ])('%s is for %s, as its name says', async (file, environment) => {
    box.put(file, file.endsWith('yaml') ? 'payline: { access_key: before }\n' : env);
    expect((await discover(box.project)).findings).toMatchObject([
      { environments: [environment], reason: 'name' },
    ]);
  });

  it('may have names with Monext', async () => {
    box.put('.env', 'MONEXT_MERCHANT_ID=1\nMONEXT_ACCESS_KEY=2\n');
    expect(await found()).toEqual(['.env']);
  });

  it('is found even if git ignores it', async () => {
    box.put('.gitignore', '.env\n');
    box.put('.env', env);
    expect(await found()).toEqual(['.env']);
  });

  it.each(['node_modules/a', 'vendor/a', '.git', 'dist', 'build', 'bin/Release', 'src/obj', 'var/cache'])(
    'is not looked for in %s',
    async (folder) => {
      box.put(`${folder}/payline.properties`, 'MERCHANT_ID=1\nACCES_KEY=2\nPRODUCTION=false\n');
      box.put(`${folder}/.env`, env);
      expect(await discover(box.project)).toMatchObject({ findings: [], skipped: [] });
    },
  );

  it('is distinguished from another product’s file of the same name', async () => {
    box.put('.env', 'APP_ENV=dev\nACCESS_KEY=of-something-else\n');
    box.put('lib/config.php', "<?php define('ACCESS_KEY', 'of-something-else');\n");
    expect(await discover(box.project)).toMatchObject({ findings: [], skipped: [] });
  });

  it('belongs to the Symfony bundle only if Symfony is there', async () => {
    box.put('shop/.env', env);
    box.put(
      'shop/config/bundles.php',
      "<?php return [Lolautruche\\PaylineBundle\\LolautruchePaylineBundle::class => ['all' => true]];\n",
    );
    box.put('other/.env', env);
    box.put('other/config/bundles.php', '<?php return [];\n');
    const { findings } = await discover(box.project);
    expect(findings).toMatchObject([
      { file: 'other/.env', target: { set: {} } },
      { file: 'shop/.env', target: { kit: 'lolautruche-payline-bundle' } },
    ]);
  });
});

describe('a file that is skipped', () => {
  it.each(['.env.example', '.env.dist', '.env.template', '.env.sample.local', 'examples/.env'])(
    '%s shows how the real one looks',
    async (file) => {
      box.put(file, env);
      expect(await found()).toEqual([]);
      expect(await skipped()).toEqual([{ code: 'file-example', file }]);
    },
  );

  it('is not mentioned where it has nothing to do with Payline', async () => {
    box.put('.env.example', 'APP_ENV=dev\n');
    box.put('broken.json', '{');
    expect(await skipped()).toEqual([]);
  });

  it('has the key in a comment', async () => {
    box.put('.env', 'APP_ENV=dev\n#PAYLINE_ACCESS_KEY=your_payline_access_key\n');
    expect(await skipped()).toEqual([
      { code: 'entry-commented', file: '.env', address: 'PAYLINE_ACCESS_KEY' },
    ]);
  });

  it('takes the key from elsewhere', async () => {
    box.put('config/packages/payline.yaml', "payline:\n  access_key: '%env(PAYLINE_ACCESS_KEY)%'\n");
    box.put(
      'config/autoload/payline.local.php',
      "<?php return ['payline' => ['merchantId' => '', 'accessKey' => '', 'environment' => choose()]];\n",
    );
    expect(await skipped()).toEqual([
      {
        code: 'entry-not-literal',
        file: 'config/autoload/payline.local.php',
        line: 1,
        address: 'payline.environment',
      },
      {
        code: 'entry-not-literal',
        file: 'config/packages/payline.yaml',
        line: 2,
        address: 'payline.access_key',
      },
    ]);
  });

  it('has several places for a key', async () => {
    box.put('payline.yaml', 'payline:\n  fr: { access_key: a }\n  be: { access_key: b }\n');
    expect(await skipped()).toEqual([{ code: 'entry-ambiguous', file: 'payline.yaml', lines: '2, 3' }]);
  });

  it('is not valid UTF-8 where it must be', async () => {
    box.put('payline.yaml', Buffer.from('# Cl\xe9\npayline: { access_key: a }\n', 'latin1'));
    expect(await skipped()).toEqual([{ code: 'file-encoding', file: 'payline.yaml', line: 1 }]);
  });

  it('cannot be parsed', async () => {
    box.put('payline.json', '{ "payline": }');
    expect(await skipped()).toMatchObject([{ code: 'file-unparsable', file: 'payline.json', line: 1 }]);
  });

  it('has 100 MB', async () => {
    box.put('payline.json', '');
    truncateSync(join(box.project, 'payline.json'), 100_000_000);
    expect(await skipped()).toEqual([{ code: 'file-too-large', file: 'payline.json', limit: 1 }]);
  });
});

describe('symbolic links', () => {
  it('in circles, to nowhere and to folders are ignored', async () => {
    box.put('real/.env', env);
    symlinkSync('.', join(box.project, 'circle'));
    symlinkSync('.env', join(box.project, '.env'));
    symlinkSync('nowhere', join(box.project, '.env.local'));
    symlinkSync('real', join(box.project, '.env.folder'));
    expect(await discover(box.project)).toMatchObject({ findings: [{ file: 'real/.env' }], skipped: [] });
  });

  it('to a file that was found add nothing; to another file they do', async () => {
    box.put('real/.env', env);
    box.put('var/secrets', env);
    symlinkSync('real/.env', join(box.project, '.env'));
    symlinkSync('var/secrets', join(box.project, '.env.local'));
    expect(await found()).toEqual(['real/.env', '.env.local']);
  });

  it('out of the project are not proposed, as no key is written there', async () => {
    box.put('shared/.env', env);
    box.put('release/app.ts', '');
    symlinkSync('../shared/.env', join(box.project, 'release/.env'));
    const { findings, skipped } = await discover(join(box.project, 'release'));
    expect(findings).toEqual([]);
    expect(skipped).toMatchObject([{ code: 'path-outside-project', params: { file: '.env' } }]);
  });
});

describe('what cannot be read', () => {
  /** Root may read everything, so the test gives up root for this time. */
  async function asAnyone<T>(work: () => Promise<T>): Promise<T> {
    const user = geteuid?.();
    if (user !== 0) return work();
    seteuid?.(65534);
    try {
      return await work();
    } finally {
      seteuid?.(0);
    }
  }

  it.skipIf(!geteuid)('is named: a folder, and a file with Payline in its name', async () => {
    box.put('closed/.env', env);
    box.put('payline.json', '{}');
    box.put('data.json', '{}');
    for (const folder of [box.root, box.project]) chmodSync(folder, 0o755);
    chmodSync(join(box.project, 'closed'), 0);
    chmodSync(join(box.project, 'payline.json'), 0);
    chmodSync(join(box.project, 'data.json'), 0);
    const reported = await asAnyone(skipped);
    chmodSync(join(box.project, 'closed'), 0o755);
    expect(reported).toEqual([
      { code: 'file-unreadable', file: 'closed', reason: 'EACCES' },
      { code: 'file-unreadable', file: 'payline.json', reason: 'EACCES' },
    ]);
  });
});
