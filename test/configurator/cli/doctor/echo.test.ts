import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { echo } from '../../../../configurator/cli/doctor/echo.ts';
import { thisMachine } from '../../../../configurator/native-host/browsers/this-machine.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-echo-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function launcher(name: string, script: string, mode = 0o700): string {
  const path = join(folder, name);
  writeFileSync(path, script, { mode });
  return path;
}

const ask = (path: string, seconds?: number) => echo(path, 'chromium', '/m.json', thisMachine(), seconds);

it('stops waiting for a silent host after a limit, and ends it', async () => {
  const path = launcher('silent', '#!/bin/sh\nexec sleep 600\n');
  await expect(ask(path, 0.2)).rejects.toMatchObject({ code: 'launcher-silent', params: { file: path } });
});

it.each([
  ['whose shell is not there', '#!/nowhere/sh\n', 0o700],
  ['that may not be started, as on a disk without programs', '#!/bin/sh\n', 0o600],
])('names the system’s reason for a launcher %s', async (name, script, mode) => {
  const path = launcher(name, script, mode);
  const refusal = { code: 'launcher-unstartable', params: { file: path, reason: /^E(NOENT|ACCES)$/ } };
  const error = await ask(path).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: refusal.code });
  expect(error.params.reason).toMatch(refusal.params.reason);
});

it('names the status with which a host exited instead of answering', async () => {
  const path = launcher('ends', '#!/bin/sh\nexit 127\n');
  await expect(ask(path)).rejects.toMatchObject({ code: 'launcher-ended', params: { status: 127 } });
});

it.each([
  ['a line of text', "printf 'Debugger attached.\\n'"],
  ['half a frame', "printf '\\036\\000\\000\\000{'"],
  ['a frame of no JSON', "printf '\\004\\000\\000\\000nope'"],
  [
    'the answer to another question',
    `printf '\\104\\000\\000\\000{"v":1,"id":"other","ok":true,"version":"1.0.0","recipient":"age1xxxxxxx"}'`,
  ],
])('takes %s for no answer', async (_name, script) => {
  const path = launcher('noisy', `#!/bin/sh\ncat > /dev/null\n${script}\n`);
  await expect(ask(path)).rejects.toMatchObject({ code: 'launcher-noisy' });
});

it('passes on the host’s refusal', async () => {
  const reply = JSON.stringify({
    v: 1,
    id: 'doctor',
    ok: false,
    code: 'identity-exposed',
    params: { file: '/f', mode: '600' },
  });
  const length = `\\${reply.length.toString(8).padStart(3, '0')}`;
  const path = launcher(
    'refuses',
    `#!/bin/sh\ncat > /dev/null\nprintf '${length}\\000\\000\\000%s' '${reply}'\n`,
  );
  await expect(ask(path)).rejects.toMatchObject({
    code: 'identity-exposed',
    params: { file: '/f', mode: '600' },
  });
});
