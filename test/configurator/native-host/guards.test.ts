import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installForBrowser, planForBrowser } from '../../../configurator/native-host/requests.ts';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { type Environment, environments } from '../../../shared/environment.ts';
import { makeSandbox, type Sandbox, sealedByExtension } from '../sandbox.ts';

const value = 'Zk3QpR8sVb2LtXy9MqV8';
const merchants = ['17626983201234', '987654321', '123456789012', '012345678', '17626983201235'];

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

async function register(environment: Environment, merchant: string): Promise<string> {
  box.put('target.env', 'KEY=former\n');
  box.put(
    'cle.config.yaml',
    `version: 1\nmerchant: "${merchant}"\nenvironments: { ${environment}: [{ file: target.env, set: { KEY: accessKey } }] }\n`,
  );
  await registerProject(await loadProject(box.project));
  return (await loadProject(box.project)).id;
}

/** The request of a malicious extension: the key is sealed as given, unchecked. */
async function sealedKey(key: Readonly<Record<string, string>>): Promise<string> {
  return sealedByExtension(key, randomUUID());
}

/** The host's answer: `written`, or the code with which it refuses both the plan and the installation. */
async function attempt(project: string, key: Readonly<Record<string, string>>): Promise<string> {
  const sealed = await sealedKey({ accessKey: value, ...key });
  try {
    const { plan } = await planForBrowser({ project, sealed });
    const { digest, merchantChange } = plan;
    // One project had keys of other merchants before, which is confirmed here.
    await installForBrowser({
      project,
      sealed,
      digest,
      ...(merchantChange && { merchant: merchantChange.to }),
    });
    expect(box.read('target.env')).toBe(`KEY=${value}\n`);
    return 'written';
  } catch (error) {
    const { code } = error as { code: string };
    await expect(
      installForBrowser({ project, sealed, digest: '0'.repeat(64) }),
      'an installation that was never shown must be refused as the plan is',
    ).rejects.toMatchObject({ code });
    expect(box.read('target.env')).toBe('KEY=former\n');
    return code;
  }
}

describe('the host, whatever the extension sends', () => {
  it('writes a key only if the project has targets for its environment', async () => {
    for (const wanted of environments) {
      for (const environment of environments) {
        const project = await register(wanted, '17626983201234');
        const answer = await attempt(project, { environment, merchantId: '17626983201234' });
        expect(answer, `${environment} into ${wanted}`).toBe(
          environment === wanted ? 'written' : 'project-environment-missing',
        );
      }
    }
  });

  it('writes a key only if the project is for its merchant', async () => {
    for (const wanted of merchants) {
      for (const merchantId of merchants) {
        const project = await register('production', wanted);
        const answer = await attempt(project, { environment: 'production', merchantId });
        expect(answer, `${merchantId} into ${wanted}`).toBe(
          merchantId === wanted ? 'written' : 'merchant-mismatch',
        );
      }
    }
  });

  it('refuses a key whose merchant is not the one in its Authorization', async () => {
    const project = await register('homologation', '17626983201234');
    const authorization = `Basic ${btoa(`987654321:${value}`)}`;
    const key = { environment: 'homologation', merchantId: '17626983201234', authorization };
    expect(await attempt(project, key)).toBe('key-authorization-mismatch');
    expect(await attempt(project, { environment: 'homologation', authorization })).toBe('merchant-mismatch');
  });

  it('refuses a production key for a file that git tracks', async () => {
    const project = await register('production', '17626983201234');
    const git = (...args: string[]) => execFileSync('git', ['-C', box.project, ...args], { stdio: 'pipe' });
    git('init', '-q');
    git('add', 'target.env');
    const key = { environment: 'production', merchantId: '17626983201234' };
    expect(await attempt(project, key)).toBe('file-tracked');
    git('rm', '-q', '--cached', 'target.env');
    expect(await attempt(project, key)).toBe('file-not-ignored');
  });

  it('warns about a key that was installed for the other environment before', async () => {
    const merchantId = '17626983201234';
    await attempt(await register('homologation', merchantId), { environment: 'homologation', merchantId });
    const project = await register('production', merchantId);
    const sealed = await sealedKey({ accessKey: value, environment: 'production', merchantId });
    const { plan } = await planForBrowser({ project, sealed });
    expect(plan.warnings).toEqual(['key-of-other-environment']);
  });
});

describe('a project file that names a command', () => {
  async function registerCommand(): Promise<string> {
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments: { homologation: [{ command: [sh, -c, "cat > taken"], set: accessKey }] }\n',
    );
    await registerProject(await loadProject(box.project));
    return (await loadProject(box.project)).id;
  }
  const key = {
    environment: 'homologation',
    merchantId: '17626983201234',
    reference: '8ctQ2lfa',
    accessKey: value,
    authorization: `Basic ${btoa(`17626983201234:${value}`)}`,
  };

  it('runs none for a browser before the developer has allowed exactly that file', async () => {
    const project = await registerCommand();
    const sealed = await sealedKey(key);
    for (const ask of [
      () => planForBrowser({ project, sealed }),
      () => installForBrowser({ project, sealed, digest: '0'.repeat(64) }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'project-not-allowed' });
    expect(existsSync(join(box.project, 'taken'))).toBe(false);
    await box.cle(['allow', '--yes', '--project', box.project]);
    const { plan } = await planForBrowser({ project, sealed });
    const { receipt } = await installForBrowser({ project, sealed, digest: plan.digest });
    expect(receipt.external).toMatchObject([{ kind: 'command', change: 'run' }]);
    expect(box.read('taken')).toBe(value);
  });
});
