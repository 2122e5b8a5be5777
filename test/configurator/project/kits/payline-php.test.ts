import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePlan } from '../../../../configurator/install/plan.ts';
import { discover } from '../../../../configurator/project/discover/discover.ts';
import { proposeProjectFile } from '../../../../configurator/project/discover/finding.ts';
import { loadProject } from '../../../../configurator/project/load.ts';
import { AccessKey } from '../../../../shared/access-key.ts';
import type { Environment } from '../../../../shared/environment.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { php } from '../../formats/readers/php.ts';

const merchant = '17626983201234';
const accessKey = 'Zq7RtY2uPw9LkXc4VbN8';

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'cle-kit-'));
  vi.stubEnv('CLE_HOME', join(project, 'state'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(project, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** Proposes a project file for the folder, and plans an installation with it. */
async function install(environment: Environment): Promise<string> {
  const { findings } = await discover(project);
  write('cle.config.yaml', proposeProjectFile(findings));
  const key = AccessKey.parse({ environment, merchantId: merchant, accessKey, reference: 'REF' });
  const { files } = await makePlan(await loadProject(project), key);
  return files.map(({ rewrite }) => Buffer.from(rewrite.bytes).toString()).join('');
}

/** The older kit's file, whose two branches each have a key. */
const identification = `<?php
define('PRODUCTION', false); // which of the two is used
if (PRODUCTION) {
	define('MERCHANT_ID', '11111111111111'); // Merchant ID
	define('ACCESS_KEY', 'production-before'); // Certificate key
} else {
	define('MERCHANT_ID', '22222222222222'); // Merchant ID
	define('ACCESS_KEY', 'homologation-before'); // Certificate key
}
define('PROXY_HOST', null); // Proxy URL (optional)
define('PROXY_PORT', null); // Proxy port number without 'quotes' (optional)
`;

describe('configuration/identification.php, which keeps both keys apart', () => {
  const file = 'legacy/configuration/identification.php';

  it('is proposed for both environments', async () => {
    write(file, identification);
    const { findings } = await discover(project);
    expect(findings).toMatchObject([
      { file, environments: ['homologation', 'production'], reason: 'both', target: { kit: 'payline-php' } },
    ]);
  });

  it.each([
    ['homologation', '22222222222222', 'homologation-before'],
    ['production', '11111111111111', 'production-before'],
  ] as const)('takes a key of %s in its own branch only', async (environment, oldId, oldKey) => {
    write(file, identification);
    const after = await install(environment);
    expect(after).toBe(identification.replace(oldId, merchant).replace(oldKey, accessKey));
    const running = after.replace(
      "define('PRODUCTION', false)",
      `define('PRODUCTION', ${environment === 'production'})`,
    );
    expect(php([running])[0]?.constants).toMatchObject({ MERCHANT_ID: merchant, ACCESS_KEY: accessKey });
  });

  it('is not proposed if a branch has a key twice', async () => {
    write(file, identification.replace('} else {', "\tdefine('ACCESS_KEY', 'again');\n} else {"));
    expect((await discover(project)).findings).toEqual([]);
  });

  it('is refused, with the lines, if a branch has a key twice by now', async () => {
    write(file, identification);
    await install('production');
    write(file, identification.replace('} else {', "\tdefine('ACCESS_KEY', 'again');\n} else {"));
    const key = AccessKey.parse({ environment: 'production', merchantId: merchant, accessKey });
    const plan = loadProject(project).then((loaded) => makePlan(loaded, key));
    await expect(plan).rejects.toEqual(
      new Refusal('entry-duplicate', { file, address: 'ACCESS_KEY@PRODUCTION', lines: '5, 6' }),
    );
  });
});
