import { describe, expect, it } from 'vitest';
import { type BrowserName, browsers } from '../../../../configurator/native-host/browsers/browsers.ts';
import { connect, planConnection } from '../../../../configurator/native-host/browsers/connect.ts';
import { disconnect, planDisconnection } from '../../../../configurator/native-host/browsers/disconnect.ts';
import { findInstalled, sandboxesOf } from '../../../../configurator/native-host/browsers/installed.ts';
import {
  type Launch,
  launcherText,
  permissionSwitch,
  readLauncher,
} from '../../../../configurator/native-host/browsers/launcher.ts';
import type { Machine, System } from '../../../../configurator/native-host/browsers/machine.ts';
import { chromiumId, geckoId } from '../../../../shared/extension-ids.ts';
import { type FakeMachine, fakeMachine } from './fake-machine.ts';

const launches: Record<System, Launch> = {
  linux: {
    node: '/usr/bin/node',
    permission: '--experimental-permission',
    host: '/opt/cle/host.cjs',
    stateFolder: '/home/zoé/.local/share/cle-en-main',
  },
  darwin: {
    node: '/opt/homebrew/bin/node',
    permission: '--permission',
    host: '/opt/cle/host.cjs',
    stateFolder: '/Users/zoé/Library/Application Support/cle-en-main',
  },
  win32: {
    node: 'C:\\Program Files\\nodejs\\node.exe',
    permission: '--permission',
    host: 'C:\\Users\\Zoé Le Gall\\100%\\cle\\host.cjs',
    stateFolder: 'C:\\Users\\Zoé Le Gall\\AppData\\Local\\cle-en-main\\Data',
  },
};

const named = (...names: BrowserName[]) => browsers.filter(({ name }) => names.includes(name));

async function connectAll(machine: Machine, chosen = browsers): Promise<string[]> {
  const launch = launches[machine.system];
  const changes = await planConnection(chosen, launch, machine);
  await connect(chosen, changes, launch, machine);
  return changes.map(({ change }) => change);
}

async function disconnectAll(machine: Machine, chosen = browsers): Promise<void> {
  const launch = launches[machine.system];
  await disconnect(chosen, await planDisconnection(chosen, launch, machine), launch, machine);
}

const manifests = ({ texts }: FakeMachine) =>
  [...texts.keys()].filter((path) => path.endsWith('cle_en_main.json')).sort();

const manifestOf = (launcher: string, callers: object) =>
  `${JSON.stringify(
    {
      name: 'cle_en_main',
      description: 'Clé en main: installs Payline keys into configuration files',
      path: launcher,
      type: 'stdio',
      ...callers,
    },
    undefined,
    2,
  )}\n`;
const forChromium = { allowed_origins: [`chrome-extension://${chromiumId}/`] };
const forFirefox = { allowed_extensions: [geckoId] };

describe('on Linux', () => {
  it('writes a manifest where each browser looks for it', async () => {
    const machine = fakeMachine('linux');
    await connectAll(machine);
    const hosts = (folder: string) => `/home/zoé/${folder}/cle_en_main.json`;
    expect(manifests(machine)).toEqual(
      [
        hosts('.config/google-chrome/NativeMessagingHosts'),
        hosts('.config/chromium/NativeMessagingHosts'),
        hosts('.config/microsoft-edge/NativeMessagingHosts'),
        hosts('.config/BraveSoftware/Brave-Browser/NativeMessagingHosts'),
        hosts('.config/vivaldi/NativeMessagingHosts'),
        hosts('.config/opera/NativeMessagingHosts'),
        hosts('.mozilla/native-messaging-hosts'),
        hosts('.librewolf/native-messaging-hosts'),
        hosts('.config/google-chrome-for-testing/NativeMessagingHosts'),
      ].sort(),
    );
    const launcher = '/home/zoé/.local/share/cle-en-main/host/cle_en_main';
    expect(machine.texts.get(launcher)?.mode).toBe(0o700);
    expect(machine.texts.get(hosts('.config/chromium/NativeMessagingHosts'))).toEqual({
      text: manifestOf(launcher, forChromium),
      mode: 0o644,
    });
    expect(machine.texts.get(hosts('.mozilla/native-messaging-hosts'))).toEqual({
      text: manifestOf(launcher, forFirefox),
      mode: 0o644,
    });
    expect(machine.keys.size).toBe(0);
  });

  it('honours the variables by which browsers choose their folder', async () => {
    const machine = fakeMachine('linux', [], { XDG_CONFIG_HOME: '/data/config' });
    await connectAll(machine, named('chromium'));
    expect(manifests(machine)).toEqual(['/data/config/chromium/NativeMessagingHosts/cle_en_main.json']);
  });

  it.each([
    ['/snap/bin/chromium', 'chromium', 'snap'],
    ['/home/zoé/snap/firefox/common/.mozilla/firefox', 'firefox', 'snap'],
    ['/home/zoé/.var/app/com.google.Chrome/config', 'chrome', 'flatpak'],
    ['/var/lib/flatpak/app/org.mozilla.firefox', 'firefox', 'flatpak'],
    ['/home/zoé/.local/share/flatpak/app/com.brave.Browser', 'brave', 'flatpak'],
    ['/home/zoé/.var/app/io.gitlab.librewolf-community/.librewolf', 'librewolf', 'flatpak'],
  ] as const)('finds by %s that %s is a %s', async (path, name, kind) => {
    const machine = fakeMachine('linux', [path]);
    expect(await findInstalled(machine)).toEqual(named(name));
    expect(await sandboxesOf(named(name)[0] ?? neverBrowser(), machine)).toEqual([
      { kind, code: `browser-${kind}` },
    ]);
  });

  it('does not mistake a distribution’s browser for a sandboxed one', async () => {
    const machine = fakeMachine('linux', ['/home/zoé/.config/chromium']);
    expect(await sandboxesOf(named('chromium')[0] ?? neverBrowser(), machine)).toEqual([]);
  });
});

describe('on macOS', () => {
  it('writes a manifest where each browser looks for it', async () => {
    const machine = fakeMachine('darwin');
    await connectAll(machine);
    const support = '/Users/zoé/Library/Application Support';
    expect(manifests(machine)).toEqual(
      [
        'Google/Chrome/NativeMessagingHosts',
        'Chromium/NativeMessagingHosts',
        'Microsoft Edge/NativeMessagingHosts',
        'BraveSoftware/Brave-Browser/NativeMessagingHosts',
        'Vivaldi/NativeMessagingHosts',
        'com.operasoftware.Opera/NativeMessagingHosts',
        'Mozilla/NativeMessagingHosts',
        'LibreWolf/NativeMessagingHosts',
        'Google/ChromeForTesting/NativeMessagingHosts',
        'Google/Chrome for Testing/NativeMessagingHosts',
      ]
        .map((folder) => `${support}/${folder}/cle_en_main.json`)
        .sort(),
    );
    const launcher = `${support}/cle-en-main/host/cle_en_main`;
    expect(machine.texts.get(`${support}/Google/Chrome/NativeMessagingHosts/cle_en_main.json`)?.text).toBe(
      manifestOf(launcher, forChromium),
    );
    expect(machine.texts.get(launcher)?.text).toContain("\nnode='/opt/homebrew/bin/node'\n");
  });

  it('finds a browser that was never started, by its application', async () => {
    const machine = fakeMachine('darwin', ['/Applications/Vivaldi.app']);
    expect(await findInstalled(machine)).toEqual(named('vivaldi'));
  });
});

describe('on Windows', () => {
  const data = 'C:\\Users\\Zoé Le Gall\\AppData\\Local\\cle-en-main\\Data';
  const manifest = (family: string) => `${data}\\host\\${family}\\cle_en_main.json`;

  it('writes the (Default) of a subkey for each browser, which points to a manifest for its family', async () => {
    const machine = fakeMachine('win32');
    await connectAll(machine);
    const at = (vendor: string) => `Software\\${vendor}\\NativeMessagingHosts\\cle_en_main`;
    const chromium = manifest('chromium');
    expect(Object.fromEntries(machine.keys)).toEqual({
      [at('Google\\Chrome')]: chromium,
      [at('Chromium')]: chromium,
      [at('Microsoft\\Edge')]: chromium,
      [at('BraveSoftware\\Brave-Browser')]: chromium,
      [at('Vivaldi')]: chromium,
      [at('Mozilla')]: manifest('firefox'),
      [at('Google\\ChromeForTesting')]: chromium,
      [at('Google\\Chrome for Testing')]: chromium,
    });
    const launcher = `${data}\\host\\cle_en_main.bat`;
    expect(manifests(machine)).toEqual([manifest('chromium'), manifest('firefox')]);
    expect(machine.texts.get(chromium)?.text).toBe(manifestOf(launcher, forChromium));
    expect(machine.texts.get(manifest('firefox'))?.text).toBe(manifestOf(launcher, forFirefox));
    for (const { text } of machine.texts.values())
      expect(text.charCodeAt(0), 'browsers read no file with a byte order mark').not.toBe(0xfeff);
  });

  it('writes a batch file that spaces, accents and percent signs in a path do not break', async () => {
    const machine = fakeMachine('win32');
    await connectAll(machine, named('edge'));
    const { text = '' } = machine.texts.get(`${data}\\host\\cle_en_main.bat`) ?? {};
    const lines = text.split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(text, 'cmd.exe reads it in whatever code page is in force').toMatch(/^[\r\n -~]*$/);
    expect(lines[0]).toBe('@echo off');
    expect(lines).toContain('set "node=C:\\Program Files\\nodejs\\node.exe"');
    expect(lines).toContain('set "CLE_HOME=%~dp0.."');
    const title = lines.findIndex((line) => line.startsWith('title '));
    expect(title, 'an empty title of the console ends some Nodes').toBeGreaterThan(0);
    expect(title).toBeLessThan(lines.findIndex((line) => line.startsWith('"%node%"')));
    const host = `C:\\\\Users\\\\Zo\\u00e9 Le Gall\\\\100%%\\\\cle\\\\host.cjs`;
    const start = `-e "process.argv.splice(1,0,'host');require('${host}')" -- %*`;
    expect(lines.filter((line) => line.startsWith('"%node%"'))).toEqual([
      ...['--permission', '--permission --allow-net', '--experimental-permission'].map(
        (permission) =>
          `"%node%" ${permission} "--allow-fs-read=*" "--allow-fs-write=*" "--allow-child-process" --no-warnings ${start}`,
      ),
      `"%node%" ${start}`,
    ]);
    expect(readLauncher(text, machine)).toMatchObject({
      node: launches.win32.node,
      host: launches.win32.host,
    });
    const [cleared = ''] = lines.filter((line) => line.startsWith('for /f'));
    expect(cleared).toContain('set "%%v="');
    for (const name of ['NODE_OPTIONS', 'NODE_PATH', 'PATH']) expect(cleared).not.toContain(`"${name}"`);
  });

  it('names a Node below the user’s folder by a variable, and refuses a path with letters that it cannot write', () => {
    const env = { APPDATA: 'C:\\Users\\Zoé 100%\\AppData\\Roaming' };
    const machine = fakeMachine('win32', [], env);
    const inProfile = { ...launches.win32, node: `${env.APPDATA}\\nvm\\v22\\node.exe` };
    const text = launcherText(inProfile, machine);
    expect(text).toContain('\r\nset "node=%APPDATA%\\nvm\\v22\\node.exe"\r\n');
    expect(readLauncher(text, machine)).toMatchObject({ node: inProfile.node });
    const elsewhere = { ...launches.win32, node: 'D:\\Développement\\node.exe' };
    expect(() => launcherText(elsewhere, machine)).toThrow('node-letters');
  });

  it('gives the host the folders in which npm and the usual installers put programs', async () => {
    const machine = fakeMachine('win32');
    await connectAll(machine, named('edge'));
    const { text = '' } = machine.texts.get(`${data}\\host\\cle_en_main.bat`) ?? {};
    const path = /^set "PATH=(.*)"\r$/m.exec(text)?.[1]?.split(';');
    for (const folder of ['%APPDATA%\\npm', '%ProgramData%\\chocolatey\\bin', '%USERPROFILE%\\scoop\\shims'])
      expect(path).toContain(folder);
    for (const [name] of (path ?? []).join().matchAll(/%\w+%/g))
      expect(text, 'a variable that is cleared leads nowhere').toContain(`"${name.slice(1, -1)}"`);
  });

  it('keeps a registry key that points elsewhere', async () => {
    const machine = fakeMachine('win32');
    await connectAll(machine, named('edge'));
    const [key = ''] = machine.keys.keys();
    machine.keys.set(key, 'D:\\another\\cle_en_main.json');
    await disconnectAll(machine, named('edge'));
    expect([...machine.keys]).toEqual([[key, 'D:\\another\\cle_en_main.json']]);
  });

  it('keeps a key that another browser needs until that one is disconnected too', async () => {
    const machine = fakeMachine('win32');
    await connectAll(machine, named('chrome', 'opera'));
    await disconnectAll(machine, named('opera'));
    expect([...machine.keys.keys()]).toEqual(['Software\\Google\\Chrome\\NativeMessagingHosts\\cle_en_main']);
    await disconnectAll(machine, named('chrome'));
    expect(machine.keys.size + machine.texts.size).toBe(0);
  });
});

describe.each(['linux', 'darwin', 'win32'] as const)('on %s', (system) => {
  it('writes nothing the second time, and removes all that it created and only that', async () => {
    const own = {
      linux: '/home/zoé/.config/chromium',
      darwin: '/Users/zoé/Library',
      win32: 'C:\\Users\\Zoé Le Gall\\AppData',
    };
    const machine = fakeMachine(system, [own[system], launches[system].stateFolder]);
    const before = [...machine.folders].sort();
    expect(new Set(await connectAll(machine))).toEqual(new Set(['added']));
    const written = [...machine.texts];
    expect(new Set(await connectAll(machine))).toEqual(new Set(['unchanged']));
    expect([...machine.texts]).toEqual(written);
    await disconnectAll(machine);
    expect({ texts: machine.texts.size, keys: machine.keys.size }).toEqual({ texts: 0, keys: 0 });
    expect([...machine.folders].sort()).toEqual(before);
  });

  it('changes what is not as it should be, and reports it', async () => {
    const machine = fakeMachine(system);
    await connectAll(machine, named('firefox'));
    const [manifest = ''] = manifests(machine);
    machine.texts.set(manifest, { text: '{}', mode: 0o644 });
    expect(await connectAll(machine, named('firefox'))).toContain('changed');
    expect(machine.texts.get(manifest)?.text).toContain('cle_en_main');
  });
});

it('replaces an unreadable manifest', async () => {
  const machine = fakeMachine('linux');
  await connectAll(machine, named('chromium'));
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
  const read = (path: string) =>
    path.endsWith('.json') && !path.endsWith('connected.json')
      ? Promise.reject(denied)
      : machine.files.read(path);
  const unreadable = { ...machine, files: { ...machine.files, read } };
  expect(await connectAll(unreadable, named('chromium'))).toEqual(['unchanged', 'changed']);
});

it('leaves nothing behind if one place of several cannot be written', async () => {
  const machine = fakeMachine('linux', ['/home/zoé/.mozilla']);
  const before = [...machine.folders];
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
  const write: typeof machine.files.write = (path, ...rest) =>
    path.includes('.mozilla') ? Promise.reject(denied) : machine.files.write(path, ...rest);
  const unwritable = { ...machine, files: { ...machine.files, write } };
  await expect(connectAll(unwritable, named('chromium', 'firefox'))).rejects.toMatchObject({
    code: 'connect-failed',
  });
  expect(machine.texts.size).toBe(0);
  expect([...machine.folders]).toEqual(before);
});

it('names the place that cannot be written', async () => {
  const machine = fakeMachine('linux');
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
  const files = { ...machine.files, write: () => Promise.reject(denied) };
  await expect(connectAll({ ...machine, files }, named('chromium'))).rejects.toMatchObject({
    code: 'connect-failed',
    params: { file: '/home/zoé/.local/share/cle-en-main/host/cle_en_main', reason: 'EACCES' },
  });
});

it.each([
  ['20.19.0', '--experimental-permission'],
  ['22.12.0', '--experimental-permission'],
  ['22.13.0', '--permission'],
  ['23.4.0', '--experimental-permission'],
  ['23.5.0', '--permission'],
  ['24.0.0', '--permission'],
  ['25.0.0', '--permission --allow-net'],
])('knows how Node %s switches on its permission model', (version, name) => {
  expect(permissionSwitch(version)).toBe(name);
});

function neverBrowser(): never {
  throw new Error('the table of browsers has lost one');
}
