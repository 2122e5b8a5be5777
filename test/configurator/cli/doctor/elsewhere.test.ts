import { describe, expect, it } from 'vitest';
import { checkBrowsers, entriesOf } from '../../../../configurator/cli/doctor/check-browsers.ts';
import { checkLauncher } from '../../../../configurator/cli/doctor/check-launcher.ts';
import { browsers } from '../../../../configurator/native-host/browsers/browsers.ts';
import { connect, planConnection } from '../../../../configurator/native-host/browsers/connect.ts';
import type { Launch } from '../../../../configurator/native-host/browsers/launcher.ts';
import { type FakeMachine, fakeMachine } from '../../native-host/browsers/fake-machine.ts';

const edge = browsers.filter(({ name }) => name === 'edge');
const chromium = browsers.filter(({ name }) => name === 'chromium');
const launch: Launch = {
  node: 'C:\\Program Files\\nodejs\\node.exe',
  permission: '--permission',
  host: 'C:\\cle 100%\\host.cjs',
  stateFolder: 'C:\\state',
};
const key = 'Software\\Microsoft\\Edge\\NativeMessagingHosts\\cle_en_main';

async function connected(chosen: typeof browsers, machine: FakeMachine): Promise<FakeMachine> {
  await connect(chosen, await planConnection(chosen, launch, machine), launch, machine);
  return machine;
}

async function codes(chosen: typeof browsers, machine: FakeMachine): Promise<string[]> {
  const looked = await checkBrowsers(chosen, launch, machine);
  return looked.flatMap(({ findings }) => findings.map(({ code }) => code));
}

describe('on Windows', () => {
  const installed = () => connected(edge, fakeMachine('win32', [launch.node, launch.host]));

  it('finds nothing wrong with an intact installation', async () => {
    const machine = await installed();
    expect(await codes(edge, machine)).toEqual([]);
    const { launcher } = entriesOf(edge[0] ?? thrown(), launch, machine);
    expect(await checkLauncher(launcher, launch, machine)).toEqual([]);
  });

  it('finds a registry key that is missing, or points elsewhere', async () => {
    const machine = await installed();
    machine.keys.set(key, 'C:\\elsewhere.json');
    expect(await codes(edge, machine)).toEqual(['registry-other']);
    machine.keys.delete(key);
    expect(await codes(edge, machine)).toEqual(['registry-missing']);
  });

  it('finds a manifest with a byte order mark', async () => {
    const machine = await installed();
    const [path = '', file = thrown()] = [...machine.texts].find(([name]) => name.endsWith('.json')) ?? [];
    machine.texts.set(path, { ...file, text: `\ufeff${file.text}` });
    expect(await codes(edge, machine)).toEqual(['manifest-bom']);
  });

  it('finds that the Node of the batch file is gone', async () => {
    const machine = await installed();
    machine.folders.delete(launch.node);
    const { launcher } = entriesOf(edge[0] ?? thrown(), launch, machine);
    expect(await checkLauncher(launcher, launch, machine)).toMatchObject([
      { code: 'launcher-node-missing', params: { node: launch.node } },
    ]);
  });
});

describe('policies of an administrator', () => {
  const file = '/etc/chromium/policies/managed/rules.json';
  const under = async (policy: object) => {
    const machine = fakeMachine('linux', ['/etc/chromium/policies/managed']);
    machine.texts.set(file, { text: JSON.stringify(policy), mode: 0o644 });
    return codes(chromium, await connected(chromium, machine));
  };

  it.each([
    { NativeMessagingUserLevelHosts: false },
    { NativeMessagingBlocklist: ['*'] },
    { NativeMessagingBlocklist: ['cle_en_main'] },
  ])('are found where they keep the browser from starting the host: %j', async (policy) => {
    expect(await under(policy)).toEqual(['browser-policy']);
  });

  it.each([
    { NativeMessagingUserLevelHosts: true },
    { NativeMessagingBlocklist: ['*'], NativeMessagingAllowlist: ['cle_en_main'] },
    { NativeMessagingBlocklist: ['another_host'] },
    { ShowHomeButton: true },
  ])('are passed over where they do not: %j', async (policy) => {
    expect(await under(policy)).toEqual([]);
  });
});

function thrown(): never {
  throw new Error('nothing was written');
}
