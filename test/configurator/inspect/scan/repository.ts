import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import { canary } from '../../../extension/key.ts';
import { keyJson, type Sandbox } from '../../sandbox.ts';

const settings = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'protocol.file.allow=always'];

/** Runs git in a folder, with no settings but those of the sandbox's home. @returns what it prints */
export function gitIn(box: Sandbox, dir: string, ...words: string[]): string {
  return execFileSync('git', ['-C', dir, ...settings, ...words], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, HOME: box.home },
  }).trim();
}

/** Makes the sandbox's folder a project with one place for a key. */
export function describeProject(box: Sandbox): void {
  box.put(
    'cle.config.yaml',
    'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n',
  );
  box.put('.env', 'KEY=\n');
}

/** Installs the canary there, so that a search knows it. */
export async function installCanary(box: Sandbox): Promise<void> {
  const ran = await box.cle(['apply', '-', '--project', box.project, '--yes'], { input: keyJson(canary) });
  expect(ran.status, ran.err).toBe(0);
}
