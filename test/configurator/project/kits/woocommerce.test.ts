import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plugins } from '../../../../configurator/project/kits/plugins.ts';
import { canary } from '../../../extension/key.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;

beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

/** Stands in for WP-CLI: records its arguments, the names in its environment, and its standard input. */
const wp = `#!/bin/bash
{ echo "arguments: $*"; echo "environment: $(compgen -e KEY)"; echo "input: $(cat)"; } >> called
`;

it.each(['en', 'fr'] as const)(
  'gives the key to all three copies, by standard input only (%s)',
  (language) => {
    const woocommerce = plugins.find(({ name }) => name === 'woocommerce');
    const steps = woocommerce?.byCommand?.[language].join('\n') ?? '';
    const command = steps.match(/read -rs KEY;.*$/m)?.[0] ?? '';
    box.put('wp', wp, 0o700);
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', command], {
      cwd: box.project,
      env: { PATH: `${box.project}:${process.env['PATH']}` },
      input: `${canary}\n`,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(box.read('called').trimEnd().split('\n')).toEqual(
      ['payline', 'payline_nx', 'payline_rec'].flatMap((method) => [
        `arguments: option patch update woocommerce_${method}_settings access_key`,
        'environment: ',
        `input: ${canary}`,
      ]),
    );
  },
);
