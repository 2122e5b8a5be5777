import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registeredProjects } from '../../../../configurator/machine/records/registry.ts';
import { plugins } from '../../../../configurator/project/kits/plugins.ts';
import { loadProject } from '../../../../configurator/project/load.ts';
import { typeset } from '../../../../shared/wording.ts';
import { canary } from '../../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../../sandbox.ts';

vi.mock('@clack/prompts', () => ({
  text: ({ message }: { message: string }) => {
    if (message.startsWith('Merchant id')) return merchant;
    return typeof answer === 'symbol' ? answer : answer ? 'yes' : 'no';
  },
}));
let answer: boolean | symbol = true;
let merchant = '';

const before = cwd();
let box: Sandbox;

beforeEach(() => {
  answer = true;
  box = makeSandbox();
  chdir(box.project);
});
afterEach(() => {
  chdir(before);
  vi.unstubAllEnvs();
  box.remove();
});

const env = 'PAYLINE_MERCHANT_ID=17626983201234\nPAYLINE_ACCESS_KEY=before\nPAYLINE_ENVIRONMENT=HOMO\n';
const init = (...words: string[]) => box.cle(['init', ...words]);
const isThere = (file: string) => existsSync(join(box.project, file));

describe('cle init', () => {
  it('writes the project file for what it finds, and registers the project', async () => {
    box.put('.env', env);
    const ran = await init('--yes');
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out).toContain(
      '.env: sets PAYLINE_MERCHANT_ID, PAYLINE_ACCESS_KEY, PAYLINE_ENVIRONMENT; for homologation',
    );
    const project = await loadProject(box.project);
    expect(project.targets('homologation')).toMatchObject([{ file: '.env' }]);
    expect(await registeredProjects()).toEqual([{ id: project.id, dir: box.project }]);
  });

  it('names the merchant that the files name, so that only its keys are accepted', async () => {
    box.put('.env', env);
    box.put(
      'config/payline.yaml',
      'payline: { merchant_id: "00000000000000", access_key: x, environment: HOMO }\n',
    );
    await init('--yes');
    expect((await loadProject(box.project)).merchant?.word).toBe('17626983201234');
    const other = keyJson(canary, { merchantId: '17626983201235' });
    const ran = await box.cle(['apply', '-', '--yes', '--json'], { input: other });
    expect(jsonOf(ran)).toMatchObject({ code: 'merchant-mismatch' });
  });

  it.each([
    ['no file names a real one', '12345678901234', '00000000000000'],
    ['they name several', '17626983201234', '17626983201235'],
  ])('names no merchant where %s', async (_, one, other) => {
    box.put('.env', env.replace('17626983201234', one));
    box.put(
      'config/payline.yaml',
      `payline: { merchant_id: "${other}", access_key: x, environment: HOMO }\n`,
    );
    await init('--yes');
    expect(await loadProject(box.project)).toMatchObject({ merchant: undefined });
    expect(box.read('cle.config.yaml')).toContain('# merchant: ');
  });

  it('reports what it found but does not propose, why, and what to do', async () => {
    box.put('.env', env);
    box.put('.env.example', env);
    box.put('config/payline.yaml', "payline: { access_key: '%env(PAYLINE_ACCESS_KEY)%' }\n");
    const { out } = await init('--yes');
    expect(out).toContain('not proposed:\n  ".env.example" only shows how the real file looks; copy it');
    expect(out).toContain(
      '"config/payline.yaml" line 1: "payline.access_key" is computed, not a literal value;',
    );
  });

  it('reports the same in one JSON document', async () => {
    box.put('.env', env);
    box.put('.env.example', env);
    box.put('wp-content/plugins/woocommerce-payline/woocommerce-payline.php', '<?php\n');
    expect(jsonOf(await init('--yes', '--json'))).toMatchObject({
      ok: true,
      created: true,
      file: 'cle.config.yaml',
      findings: [{ file: '.env' }],
      passedOver: [{ code: 'file-example', params: { file: '.env.example' } }],
      byHand: ['woocommerce'],
    });
  });

  it('leaves an existing project file as it is, and registers the project', async () => {
    const own = 'version: 1\nenvironments:\n  production:\n    - { file: a.env, set: { K: accessKey } }\n';
    box.put('.env', env);
    box.put('cle.config.yaml', own);
    expect(await init()).toMatchObject({ status: 0, err: '' });
    expect(box.read('cle.config.yaml')).toBe(own);
    expect(await registeredProjects()).toHaveLength(1);
  });

  it('shows the next steps: production as a comment to be filled in, and the next command', async () => {
    box.put('.env', env);
    const { out } = await init('--yes');
    expect(out).toContain('next: cle apply');
    const text = box.read('cle.config.yaml');
    expect(text).toContain('  # No file was found for production.');
    box.put('cle.config.yaml', text.replace(/^ {2}# No file.*\n/m, '').replace(/^ {2}# /gm, '  '));
    expect((await loadProject(box.project)).targets('production')).toMatchObject([{ file: '.env' }]);
  });

  it('takes Enter for yes, and asks for the merchant if no file names it', async () => {
    box.put('.env', env.replace('17626983201234', ''));
    merchant = '123456789';
    answer = true;
    expect((await box.cle(['init'], { interactive: true })).status).toBe(0);
    merchant = '';
    expect((await loadProject(box.project)).merchant?.word).toBe('123456789');
  });

  it('registers the project of a parent folder', async () => {
    box.put('cle.config.yaml', 'version: 1\nenvironments: {}\n');
    box.put('src/.env', env);
    chdir(join(box.project, 'src'));
    expect((await init('--yes')).out).toContain(`is in a parent folder, ${box.project}`);
    expect(await registeredProjects()).toMatchObject([{ dir: box.project }]);
    expect(isThere('src/cle.config.yaml')).toBe(false);
  });

  it('prefers .env.local to a .env that git tracks', async () => {
    box.put('.env', env);
    box.put('.env.local', 'OTHER=1\n');
    for (const words of [
      ['init', '-q'],
      ['add', '.env'],
    ])
      execFileSync('git', ['-C', box.project, ...words]);
    await init('--yes');
    expect((await loadProject(box.project)).targets('homologation')).toMatchObject([{ file: '.env.local' }]);
  });

  it('gives its reasons in JSON, too', async () => {
    box.put('.env', env);
    box.put('.env.example', env);
    expect(jsonOf(await init('--yes', '--json'))).toMatchObject({
      findings: [{ reason: 'word', because: expect.stringContaining('by line 3') }],
      passedOver: [{ code: 'file-example', next: expect.stringContaining('copy it') }],
      next: ['cle apply'],
    });
  });

  it('refuses an existing project file that is wrong, with its line', async () => {
    box.put('cle.config.yaml', 'version: 1\nenvironment: {}\n');
    const ran = await init();
    expect(ran.status).toBe(3);
    expect(ran.err).toContain('"cle.config.yaml" line 2: unknown word "environment"');
    expect(await registeredProjects()).toEqual([]);
  });

  it('writes nothing if nothing is found, the person says no, or nobody can be asked', async () => {
    expect((await init('--yes')).status).toBe(3);
    box.put('.env', env);
    expect((await init()).status).toBe(2);
    answer = false;
    expect((await box.cle(['init'], { interactive: true })).status).toBe(130);
    expect(isThere('cle.config.yaml')).toBe(false);
    expect(await registeredProjects()).toEqual([]);
  });

  it('looks for one kit only, if one is named', async () => {
    box.put('.env', env);
    box.put('src/main/resources/payline.properties', 'MERCHANT_ID=1\nACCES_KEY=2\nPRODUCTION=true\n');
    expect(jsonOf(await init('--yes', '--json', '--kit', 'payline-java'))['findings']).toMatchObject([
      { target: { kit: 'payline-java' }, environments: ['production'] },
    ]);
  });

  it('knows the nearest word to a misspelt kit', async () => {
    expect((await init('--yes', '--kit', 'magento2')).err).toContain(
      'did you mean: cle init --kit magento-2',
    );
    box.put('cle.config.yaml', 'version: 1\nenvironments: {}\n');
    expect((await init('--kit', 'nothing-like-it')).err).toContain('name one of');
  });
});

describe('a shop that keeps its key in a database', () => {
  it.each(plugins)('$name is explained in both languages, without a key in an argument', async (plugin) => {
    for (const language of ['en', 'fr'] as const) {
      const { status, out } = await box.cle(['init', '--kit', plugin.name], { language });
      expect(status).toBe(0);
      for (const [index, step] of plugin.steps[language].entries()) {
        expect(out).toContain(`  ${index + 1}. ${typeset(step, language)}\n`);
        expect(step, 'a step takes the key from a prompt or standard input').not.toMatch(
          /access_key\s+["$'<]/,
        );
      }
    }
    expect(plugin.steps.en).toHaveLength(plugin.steps.fr.length);
    expect(isThere('cle.config.yaml')).toBe(false);
  });

  it('tells which form of the key it takes', async () => {
    expect((await init('--kit', 'woocommerce')).out).toContain('merchant id and the value of the key');
    expect((await init('--kit', 'sylius')).out).toContain('without the word "Basic"');
    expect((await init('--kit', 'salesforce-admin')).out).toContain('the word "Basic" included');
  });

  it('is named in the project file for both environments if there is nothing else, so that the project can be chosen', async () => {
    box.put('composer.json', '{ "require": { "monext/module-payline": "^1.2" } }');
    const { status, out } = await init('--yes');
    expect(status).toBe(0);
    expect(out).toContain(
      'composer.json: Magento 2 (Monext_Payline) keeps its key in a database, so nothing is written',
    );
    expect(out).toContain('Magento 2 (Monext_Payline), by hand:');
    const project = await loadProject(box.project);
    for (const environment of ['homologation', 'production'] as const) {
      expect(project.byHand(environment)).toMatchObject([{ plugin: { name: 'magento-2' } }]);
    }
    expect(await registeredProjects()).toHaveLength(1);
  });

  it('is named as well if a person says which it is, and explained again if a project file exists', async () => {
    expect(jsonOf(await init('--kit', 'woocommerce', '--yes', '--json'))).toMatchObject({
      created: true,
      byHand: ['woocommerce'],
    });
    const again = await init('--kit', 'woocommerce');
    expect(again.out).toContain('already exists and was not changed');
    expect(again.out).toContain('by hand:');
  });

  it('is named in the project file beside files, and cle apply lists its steps after what it wrote', async () => {
    box.put('.env', env);
    box.put('composer.json', '{ "require": { "monext/module-payline": "^1.2" } }');
    await init('--yes');
    expect(box.read('cle.config.yaml')).toContain('    - kit: magento-2\n');
    const { out, err, status } = await box.cle(['apply', '-', '--yes'], { input: keyJson(canary) });
    expect(status).toBe(4);
    expect(err).toContain('left to do by hand: magento-2');
    expect(out.indexOf('.env: in place')).toBeGreaterThan(-1);
    expect(out.indexOf('Magento 2 (Monext_Payline), by hand:')).toBeGreaterThan(
      out.indexOf('.env: in place'),
    );
    const json = jsonOf(await box.cle(['apply', '-', '--yes', '--json'], { input: keyJson(canary) }));
    expect(json).toMatchObject({
      byHand: ['magento-2'],
      left: ['magento-2'],
      receipt: { targets: [{ file: '.env' }] },
    });
  });

  it('is refused by cle apply if it is alone in an environment, with what to do instead', async () => {
    box.put('cle.config.yaml', 'version: 1\nenvironments:\n  homologation:\n    - kit: magento-2\n');
    const { status, err } = await box.cle(['apply', '-', '--yes'], { input: keyJson(canary) });
    expect(status).toBe(3);
    expect(err).toContain(
      'nothing to write for homologation: Magento 2 (Monext_Payline) keeps its key in a database',
    );
    expect(err).toContain('cle init --kit magento-2');
  });

  it('takes no file in the project file', async () => {
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments:\n  production:\n    - kit: magento-2\n      file: app/etc/env.php\n',
    );
    const { status, err } = await init();
    expect(status).toBe(3);
    expect(err).toContain(
      '"cle.config.yaml" line 5: Magento 2 (Monext_Payline) keeps its key in a database, not in a file',
    );
  });
});

it('lists after an installation what its kit needs, such as a restart', async () => {
  box.put('payline.properties', 'MERCHANT_ID=1\nACCES_KEY=2\nPRODUCTION=false\n');
  await init('--yes');
  const { out } = await box.cle(['apply', '-', '--yes'], { input: keyJson(canary) });
  expect(out).toContain('Payline Java SDK: build it in and restart the program');
});
