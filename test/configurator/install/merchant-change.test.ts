import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installForBrowser, planForBrowser } from '../../../configurator/native-host/requests.ts';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { toCredentials } from '../../../shared/authorization.ts';
import { canary } from '../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox, sealedByExtension } from '../sandbox.ts';

const asked: string[] = [];
let answers: (message: string) => boolean = () => true;
vi.mock('@clack/prompts', () => ({
  password: ({ message }: { message: string }) => (message.includes('Authorization') ? '' : canary),
  text: ({ message }: { message: string }) => {
    if (message.startsWith('Merchant id')) return merchant;
    // Payline is not to be asked: it cannot be reached here.
    if (message.includes('Payline')) return 'no';
    asked.push(message.replace(' (y/N)', ''));
    return answers(message) ? 'yes' : 'no';
  },
  select: () => 'homologation',
}));

const merchant = '17626983201234';
/** One digit off, as a malicious page would show it. */
const other = '17626983201235';
const former = 'Old0Old0Old0Old0Old0';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  asked.length = 0;
  answers = () => true;
  box.put(
    'cle.config.yaml',
    'version: 1\nenvironments: { homologation: [{ file: .env, set: { ID: merchantId, KEY: accessKey } }] }\n',
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const env = (id: string, key = former) => `ID=${id}\nKEY=${key}\n`;

const apply = (words: readonly string[], merchantId = merchant) =>
  box.cle(['apply', '-', '--project', box.project, ...words], { input: keyJson(canary, { merchantId }) });

/** A project file for the header alone, in both of its forms. */
function holdOnly(field: 'authorization' | 'credentials', id: string): void {
  const credentials = toCredentials(id, former);
  box.put(
    'cle.config.yaml',
    `version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: ${field} } }] }\n`,
  );
  box.put('.env', `KEY="${field === 'credentials' ? credentials : `Basic ${credentials}`}"\n`);
}

describe('cle apply --yes', () => {
  it('refuses to change the merchant in a file, naming both, and changes nothing', async () => {
    box.put('.env', env(other));
    const ran = await apply(['--yes', '--json']);
    expect(ran.status).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ code: 'merchant-changes', params: { from: other, to: merchant } });
    expect(box.read('.env')).toBe(env(other));
  });

  it('changes it if --merchant names the new one', async () => {
    box.put('.env', env(other));
    expect((await apply(['--yes', '--merchant', merchant])).status).toBe(0);
    expect(box.read('.env')).toBe(env(merchant, canary));
  });

  it('refuses a key of a merchant other than the one that --merchant names, even if nothing would change', async () => {
    for (const held of ['', merchant, other]) {
      box.put('.env', env(held));
      const ran = await apply(['--yes', '--json', '--merchant', other]);
      expect(jsonOf(ran)).toMatchObject({ code: 'merchant-other', params: { key: merchant, named: other } });
      expect(box.read('.env')).toBe(env(held));
    }
  });

  it.each(['authorization', 'credentials'] as const)(
    'finds the merchant of a file that has it only in its %s',
    async (field) => {
      holdOnly(field, other);
      expect(jsonOf(await apply(['--yes', '--json']))).toMatchObject({ code: 'merchant-changes' });
      holdOnly(field, merchant);
      expect((await apply(['--yes'])).status).toBe(0);
    },
  );

  it('refuses a merchant whose key was never installed in the project if another’s was', async () => {
    box.put('.env', env(''));
    expect((await apply(['--yes'], other)).status).toBe(0);
    box.put('.env', env('your-merchant-id'));
    const ran = await apply(['--yes', '--json']);
    expect(jsonOf(ran)).toMatchObject({ code: 'merchant-changes', params: { from: other, to: merchant } });
    expect((await apply(['--yes'], other)).status, 'the merchant that is known there').toBe(0);
  });

  it('forgets a merchant whose installation was undone', async () => {
    box.put('.env', env(''));
    expect((await apply(['--yes'], other)).status).toBe(0);
    expect((await box.cle(['undo', '--project', box.project, '--yes'])).status).toBe(0);
    expect((await apply(['--yes'])).status).toBe(0);
  });

  it('does not ask for a file with a placeholder, an example, or the merchant itself', async () => {
    const harmless = [
      '',
      '0',
      '1',
      'your-merchant-id',
      '00000000000000',
      '123456789',
      '1234567890',
      '111222333',
      '[id]',
      merchant,
    ];
    for (const held of harmless) {
      box.put('.env', env(held));
      expect((await apply(['--yes'])).status, held).toBe(0);
    }
  });
});

describe('a person at a terminal', () => {
  const run = () => box.cle(['apply', '--project', box.project], { interactive: true });

  it('is shown both merchants and asked about the change separately', async () => {
    box.put('.env', env(other));
    const ran = await run();
    expect(ran.status).toBe(0);
    expect(ran.err).toContain(`the merchant changes: ${other} before, ${merchant} now`);
    expect(asked).toEqual(['Write these files?', `Replace merchant ${other} by merchant ${merchant}?`]);
    expect(box.read('.env')).toBe(env(merchant, canary));
  });

  it('changes nothing after a no to that', async () => {
    answers = (message) => !message.includes('merchant');
    box.put('.env', env(other));
    expect((await run()).status).toBe(130);
    expect(box.read('.env')).toBe(env(other));
  });
});

describe('cle apply --all', () => {
  it('refuses the project whose merchant would change, and installs in the others', async () => {
    box.put('.env', env(other));
    box.put(
      'cle.config.yaml',
      `version: 1\nmerchant: "${merchant}"\nenvironments: { homologation: [{ file: .env, set: { ID: merchantId } }] }\n`,
    );
    await registerProject(await loadProject(box.project));
    const all = (...words: string[]) =>
      box.cle(['apply', '-', '--all', '--json', ...words], { input: keyJson(canary) });
    const refusal = { projects: [{ outcome: 'refused', code: 'merchant-changes' }] };
    expect(jsonOf(await all('--dry-run'))).toMatchObject(refusal);
    expect(jsonOf(await all('--yes'))).toMatchObject(refusal);
    expect(box.read('.env')).toBe(env(other));
    expect((await all('--yes', '--merchant', merchant)).status).toBe(0);
    expect(box.read('.env')).toBe(env(merchant));
  });
});

describe('the host', () => {
  async function registered(): Promise<string> {
    await registerProject(await loadProject(box.project));
    return (await loadProject(box.project)).id;
  }

  const sealed = () =>
    sealedByExtension({ environment: 'homologation', merchantId: merchant, accessKey: canary }, randomUUID());

  it('reports in the plan that the merchant changes, and installs only if that was confirmed', async () => {
    box.put('.env', env(other));
    const project = await registered();
    const request = { project, sealed: await sealed() };
    const { plan } = await planForBrowser(request);
    expect(plan.merchantChange).toEqual({ from: [other], to: merchant });
    const install = (agreed: { merchant?: string }) =>
      installForBrowser({ ...request, digest: plan.digest, ...agreed });
    const params = { from: other, to: merchant };
    await expect(install({})).rejects.toMatchObject({ code: 'merchant-changes', params });
    await expect(install({ merchant: other })).rejects.toMatchObject({ code: 'merchant-other' });
    expect(box.read('.env')).toBe(env(other));
    await expect(install({ merchant })).resolves.toMatchObject({
      receipt: { key: { merchantId: merchant } },
    });
    expect(box.read('.env')).toBe(env(merchant, canary));
  });

  it('does not report it in a plan that keeps the merchant', async () => {
    box.put('.env', env(merchant));
    const project = await registered();
    const { plan } = await planForBrowser({ project, sealed: await sealed() });
    expect(plan).not.toHaveProperty('merchantChange');
  });
});
