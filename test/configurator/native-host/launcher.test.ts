import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import { version } from '../../../package.json';
import { makeWorkspace, registryOfTests, type Workspace } from '../../e2e/harness/workspace.ts';
import { chromiumArgs, startHost } from './real-host.ts';

/** Names that a shell, a batch file or a JSON text may misread. */
const strange = [
  'with blanks  in it',
  'Éric Noël œuvre',
  `it's "quoted"`,
  '$HOME `id` $(id) %PATH% !x!',
  'back\\slash; & | < > * ? [a] {b} #',
  '-n',
  `l${'o'.repeat(190)}ngname`,
];

let box: Workspace;
let bundled: string;
beforeAll(async () => {
  box = makeWorkspace();
  bundled = join(box.root, 'bundle');
  await bundle(bundled);
});
afterAll(() => box.remove());

/** Connects Chromium with everything in a separate folder. @returns the launcher that the manifest names */
function connectedIn(folder: string, node = process.execPath): string {
  const home = join(box.root, folder, 'home');
  mkdirSync(home, { recursive: true });
  const program = join(box.root, folder, 'program');
  cpSync(bundled, program, { recursive: true });
  const { status, stderr } = spawnSync(
    node,
    [join(program, 'cle.cjs'), 'connect', '--browser', 'chromium', '--yes'],
    {
      env: {
        HOME: home,
        CLE_HOME: join(home, 'state'),
        CLE_REGISTRY: registryOfTests,
        PATH: process.env['PATH'],
      },
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const manifest = join(home, '.config/chromium/NativeMessagingHosts/cle_en_main.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).path as string;
}

const hello = { type: 'hello' };
const answered = { ok: true, version, recipient: expect.stringMatching(/^age1/) };

describe('the launcher that cle connect writes', () => {
  it.each(strange)('starts the host below a folder called %j', async (folder) => {
    const host = startHost(connectedIn(folder));
    expect(await host.ask(hello)).toMatchObject(answered);
    expect(await host.end()).toBe(0);
    expect(host.errors()).toBe('');
  });

  it('passes nothing of the environment to the host but the language and the network settings', async () => {
    const launcher = connectedIn('hostile');
    const marker = join(box.root, 'marker');
    const evil = join(box.root, 'evil.cjs');
    writeFileSync(evil, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
    mkdirSync(join(box.root, 'cwd/node_modules/valibot'), { recursive: true });
    copyFileSync(evil, join(box.root, 'cwd/node_modules/valibot/index.js'));
    writeFileSync(join(box.root, 'cwd/.npmrc'), `node-options=--require ${evil}\n`);
    mkdirSync(join(box.root, 'bin'));
    for (const name of ['node', 'env', 'sh', 'git'])
      writeFileSync(join(box.root, 'bin', name), `#!/bin/sh\n: > '${marker}'\n`, { mode: 0o755 });
    const env = {
      NODE_OPTIONS: `--require ${evil}`,
      NODE_PATH: join(box.root, 'cwd/node_modules'),
      NODE_EXTRA_CA_CERTS: evil,
      NODE_V8_COVERAGE: join(box.root, 'coverage'),
      NODE_REPL_EXTERNAL_MODULE: evil,
      NODE_DEBUG: 'fs',
      NODE_ICU_DATA: box.root,
      OPENSSL_CONF: evil,
      SSLKEYLOGFILE: marker,
      LD_LIBRARY_PATH: join(box.root, 'bin'),
      BASH_ENV: evil,
      ENV: evil,
      PATH: join(box.root, 'bin'),
      CLE_HOME: join(box.root, 'other-state'),
      CLE_REGISTRY: registryOfTests,
      HOME: box.root,
    };
    const host = startHost(launcher, { env, cwd: join(box.root, 'cwd') });
    const reply = await host.ask(hello);
    expect(reply).toMatchObject(answered);
    expect(await host.ask({ type: 'projects' })).toMatchObject({ ok: true, projects: [] });
    expect(await host.end()).toBe(0);
    expect(
      spawnSync('ls', [marker, join(box.root, 'coverage'), join(box.root, 'other-state')]).stdout.length,
    ).toBe(0);
  });

  it('passes on the proxy, and the certificate authorities under a name that Node does not read', () => {
    const launcher = connectedIn('network');
    writeFileSync(
      join(box.root, 'network/program/host.cjs'),
      'process.stdout.write(JSON.stringify(process.env))',
    );
    const env = {
      HTTPS_PROXY: 'http://proxy.example:3128',
      no_proxy: 'a b',
      NODE_EXTRA_CA_CERTS: '/ca $HOME.pem',
    };
    const { stdout } = spawnSync(launcher, chromiumArgs, { encoding: 'utf8', env });
    const { PATH: _, HOME: __, CLE_HOME: ___, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      LANG: '',
      LC_ALL: '',
      https_proxy: 'http://proxy.example:3128',
      all_proxy: '',
      no_proxy: 'a b',
      CLE_AUTHORITIES: '/ca $HOME.pem',
    });
  });

  it('prevents core dumps of the host, even if the browser may leave them', () => {
    const launcher = connectedIn('dumps');
    const limits = "process.stdout.write(require('node:fs').readFileSync('/proc/self/limits'))";
    writeFileSync(join(box.root, 'dumps/program/host.cjs'), limits);
    const allowing = ['-c', 'ulimit -c unlimited && exec "$@"', 'sh', launcher, ...chromiumArgs];
    const { stdout } = spawnSync('/bin/sh', allowing, { encoding: 'utf8', env: {} });
    expect(stdout).toMatch(/^Max core file size +0 +0 /m);
  });

  it('starts the host without permission to load native code, start workers or be debugged', async () => {
    const launcher = connectedIn('permission');
    const host = join(box.root, 'permission/program/host.cjs');
    writeFileSync(
      host,
      `const rights = ['fs.read', 'fs.write', 'child', 'worker', 'addon', 'wasi'].filter((right) => process.permission.has(right));
      process.stdout.write(rights.join());`,
    );
    const { stdout, stderr } = spawnSync(launcher, chromiumArgs, { encoding: 'utf8', env: {} });
    expect({ stdout, stderr }).toEqual({ stdout: 'fs.read,fs.write,child', stderr: '' });
  });
});

describe('after Node was upgraded', () => {
  /** A Node that rejects the given options as Node does. */
  function nodeWithout(path: string, ...unknown: string[]): void {
    writeFileSync(
      path,
      `#!/bin/sh\ncase "$1" in ${unknown.join('|')}) echo "$0: bad option: $1" >&2; exit 9;; esac\nexec '${process.execPath}' "$@"\n`,
    );
    chmodSync(path, 0o755);
  }

  it.each([
    ['knows the option of the permission model by its other name', ['--permission']],
    ['knows no permission model', ['--permission', '--experimental-permission']],
  ])('the launcher starts a Node in its place that %s', async (name, unknown) => {
    const launcher = connectedIn(name);
    const node = join(box.root, name, 'node');
    nodeWithout(node, ...unknown);
    const text = readFileSync(launcher, 'utf8');
    const first = "for permission in '--experimental-permission' '--permission --allow-net' '--permission'";
    expect(text).toContain(first);
    writeFileSync(
      launcher,
      text
        .replace(`node='${process.execPath}'`, `node='${node}'`)
        .replace(
          first,
          "for permission in '--permission --allow-net' '--permission' '--experimental-permission'",
        ),
    );
    const host = startHost(launcher);
    expect(await host.ask(hello)).toMatchObject(answered);
    expect(await host.end()).toBe(0);
  });

  it('the launcher finds another Node if its own is gone', async () => {
    const launcher = connectedIn('gone');
    const home = join(box.root, 'gone/home');
    mkdirSync(join(home, '.volta/bin'), { recursive: true });
    symlinkSync(process.execPath, join(home, '.volta/bin/node'));
    const text = readFileSync(launcher, 'utf8');
    expect(text).toContain(`node='${process.execPath}'`);
    const places = '/usr/local/bin/node /usr/bin/node /opt/homebrew/bin/node /opt/local/bin/node';
    expect(text).toContain(places);
    // This machine's own Node may be in one of these places: here it is only in the user's folder.
    writeFileSync(
      launcher,
      text.replace(`node='${process.execPath}'`, "node='/nowhere/node'").replace(places, '/nowhere/bin/node'),
    );
    const host = startHost(launcher);
    expect(await host.ask(hello)).toMatchObject(answered);
    expect(await host.end()).toBe(0);
  });
});

describe('once the browser has exited', () => {
  it('the host exits, whether it only answered hello or did work', async () => {
    const launcher = connectedIn('ends');
    const greeted = startHost(launcher);
    await greeted.ask(hello);
    expect(await greeted.end()).toBe(0);
    const worked = startHost(launcher);
    await worked.ask({ type: 'projects' });
    expect(await worked.end()).toBe(0);
    expect(await startHost(launcher).end()).toBe(0);
  });

  it('the host of a browser that was killed exits too', async () => {
    const launcher = connectedIn('killed');
    // Starts the host, prints its process id once it has answered, and is then killed.
    const browser = `
      const { spawn } = require('node:child_process');
      const host = spawn(process.argv[1], [process.argv[2]], { stdio: ['pipe', 'pipe', 'ignore'], detached: true });
      const body = Buffer.from('{"v":1,"id":"one","type":"projects"}');
      const header = Buffer.alloc(4);
      header.writeUInt32LE(body.length);
      host.stdin.write(Buffer.concat([header, body]));
      host.stdout.once('data', () => process.stdout.write(String(host.pid)));`;
    const child = spawn(process.execPath, ['-e', browser, launcher, chromiumArgs[0] ?? '']);
    const [pid] = (await once(child.stdout, 'data')) as [Buffer];
    const group = -Number(String(pid));
    expect(() => process.kill(group, 0)).not.toThrow();
    child.kill('SIGKILL');
    await expect.poll(() => lives(group), { timeout: 120_000 }).toBe(false);
  });
});

/** Whether any process of a group is running. A zombie does not count. */
function lives(group: number): boolean {
  try {
    process.kill(group, 0);
  } catch {
    return false;
  }
  return !existsSync('/proc') || !readFileSync(`/proc/${-group}/stat`, 'utf8').includes(') Z ');
}

/** A project registered with the program in a folder, and the request to install there. */
async function readyToInstall(folder: string, projectFile: string, mode: number) {
  const launcher = connectedIn(folder);
  const home = join(box.root, folder, 'home');
  const project = join(box.root, folder, 'shop');
  mkdirSync(project);
  writeFileSync(join(project, '.env'), 'KEY=before\n');
  chmodSync(join(project, '.env'), mode);
  writeFileSync(join(project, 'cle.config.yaml'), projectFile);
  const program = join(box.root, folder, 'program/cle.cjs');
  const env = {
    HOME: home,
    CLE_HOME: join(home, 'state'),
    CLE_REGISTRY: registryOfTests,
    PATH: process.env['PATH'],
  };
  for (const command of ['init', 'allow'])
    expect(spawnSync(process.execPath, [program, command, '--yes'], { cwd: project, env }).status).toBe(0);

  const host = startHost(launcher);
  const { recipient } = (await host.ask(hello)) as { recipient: string };
  const { projects } = (await host.ask({ type: 'projects' })) as { projects: { id: string }[] };
  const target = { project: projects[0]?.id, sealed: await sealTo(recipient) };
  const { plan } = (await host.ask({ type: 'plan', ...target })) as { plan: { digest: string } };
  return { host, project, install: { type: 'install', ...target, digest: plan.digest } };
}

describe('an installation by a host under the permission model', () => {
  it.each([0o600, 0o640, 0o644])('keeps the mode %i (decimal) of the file that it writes', async (mode) => {
    const { host, project, install } = await readyToInstall(
      `mode-${mode}`,
      'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n',
      mode,
    );
    expect(await host.ask(install)).toMatchObject({ ok: true });
    expect(await host.end()).toBe(0);
    expect(readFileSync(join(project, '.env'), 'utf8')).toBe('KEY=Zk3QpR8sVb2LtXy9MqV8\n');
    expect(statSync(join(project, '.env')).mode & 0o777).toBe(mode);
  });

  it('does not keep the host running once the browser has exited, whatever it waits for', async () => {
    const { host, project, install } = await readyToInstall(
      'waiting',
      'version: 1\nenvironments: { homologation: [{ command: [sh, -c, "touch begun; sleep 30"], set: accessKey }] }\n',
      0o600,
    );
    host.ask(install).catch(() => {});
    await expect.poll(() => existsSync(join(project, 'begun')), { timeout: 120_000 }).toBe(true);
    const ended = Date.now();
    expect(await host.end()).toBe(1);
    expect(Date.now() - ended, 'the command goes on for 30 seconds, the host must not').toBeLessThan(20_000);
  });
});

async function sealTo(recipient: string): Promise<string> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const now = Date.now();
  const payload = {
    v: 1,
    captureId: randomUUID(),
    created: new Date(now).toISOString(),
    expires: new Date(now + 60_000).toISOString(),
    key: {
      environment: 'homologation',
      merchantId: '17626983201234',
      reference: '8ctQ2lfa',
      accessKey: 'Zk3QpR8sVb2LtXy9MqV8',
      authorization: `Basic ${btoa('17626983201234:Zk3QpR8sVb2LtXy9MqV8')}`,
    },
  };
  return Buffer.from(await encrypter.encrypt(JSON.stringify(payload))).toString('base64');
}
