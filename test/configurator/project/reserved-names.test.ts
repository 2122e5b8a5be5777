import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { jsonOf, makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

async function codeOf(file: string): Promise<unknown> {
  const target = JSON.stringify({ file, format: 'env', set: { KEY: 'accessKey' } });
  box.put('cle.config.yaml', `version: 1\nenvironments: { homologation: [${target}] }\n`);
  const { code, params } = jsonOf(await box.cle(['status', '--project', box.project, '--json'])) as {
    code?: string;
    params?: object;
  };
  return code && [code, params];
}

it.each([
  ...['CON', 'nul', 'NUL.txt', 'Aux.env', 'com1', 'LPT9.php', 'COM¹', 'prn .txt', 'CONIN$'],
  ...['config/nul', 'nul/.env', 'ab:c', '.env:stream', '.env::$DATA', 'config/.env.', '.env ', 'con . /x'],
])('a file called %j is refused on every system', async (file) => {
  expect(await codeOf(file)).toEqual(['path-reserved', { file }]);
});

it.each(['console.env', 'nulls', 'com10', 'aux-config/.env', './config/../.env', '.env.local', 'lpt'])(
  'a file called %j is not',
  async (file) => {
    expect(await codeOf(file)).not.toEqual(['path-reserved', { file }]);
  },
);
