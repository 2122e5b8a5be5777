import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumId } from '../../shared/extension-ids.ts';
import { registryOfTests } from '../e2e/harness/workspace.ts';
import { cle } from './built.ts';
import { type Contender, race } from './measure.ts';
import { type Result, ratioGoal } from './table.ts';

const hello = '{"v":1,"id":"one","type":"hello"}';

/** How long a browser waits for the host, through the launcher that it starts. */
export async function benchHost(): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'cle-bench-host-'));
  // About what a browser passes on: a variable such as NODE_OPTIONS or NODE_EXTRA_CA_CERTS would slow only Node.
  const env = {
    HOME: home,
    CLE_HOME: join(home, 'state'),
    CLE_REGISTRY: registryOfTests,
    PATH: process.env['PATH'],
  };
  const run = (...words: string[]) => spawnSync(process.execPath, [cle, ...words], { env });
  run('connect', '--browser', 'chromium', '--yes');
  run('recipient');
  const launcher = join(home, 'state/host/cle_en_main');
  const command = [launcher, `chrome-extension://${chromiumId}/`] as const;
  const contenders: Contender[] = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'], env },
    { name: 'host, nothing asked', command, env },
    { name: 'host, hello', command, env, input: () => `${String.fromCharCode(hello.length)}\0\0\0${hello}` },
  ];
  const timings = await race(contenders, 30);
  rmSync(home, { recursive: true });
  return {
    title: 'Start of the native host',
    what: 'From starting the launcher, as a browser does, to the end of the host once its input has ended.',
    timings,
    against: ['node -e 0'],
    goals: [
      ratioGoal(timings, 'host, nothing asked', 'node -e 0', 1.4),
      ratioGoal(timings, 'host, hello', 'node -e 0', 1.4),
    ],
  };
}
