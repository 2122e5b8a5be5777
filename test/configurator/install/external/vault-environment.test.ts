import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planVault } from '../../../../configurator/install/external/vault/plan.ts';
import type { VaultTarget } from '../../../../configurator/project/project.ts';
import { AccessKey } from '../../../../shared/access-key.ts';
import { canary } from '../../../extension/key.ts';
import { closeVault, openVault } from '../../../vault/sandbox.ts';
import { type StandInVault, startVault } from '../../../vault/server.ts';
import { keyJson, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let vault: StandInVault;

beforeEach(async () => {
  ({ box, vault } = await openVault());
});
afterEach(() => closeVault(box, vault));

const key = AccessKey.parse(JSON.parse(keyJson(canary)));

function target(address: string | undefined = vault.address): VaultTarget {
  const setting = {
    address: 'key',
    line: 1,
    field: 'accessKey',
    environmentWord: '',
    optional: false,
  } as const;
  return {
    kind: 'vault',
    address,
    nodes: [],
    mount: 'secret',
    path: 'shop/payline',
    namespace: undefined,
    settings: [setting],
    line: 1,
  };
}

const plan = (address?: string) => planVault(target(address), key);
const written = () => vault.versions('shop/payline').at(-1);

describe('the environment, as the vault command reads it', () => {
  it('VAULT_ADDR names the server if the project file refers to it', async () => {
    vi.stubEnv('VAULT_ADDR', vault.address);
    const planned = await planVault({ ...target(), address: undefined }, key);
    await planned.deliver();
    expect([planned.summary.name, written()]).toEqual(['VAULT_ADDR secret/shop/payline', { key: canary }]);
  });

  it.each([
    ['', 'vault-variable'],
    ['http://vault.example:8200', 'vault-variable'],
    ['https://vault.example/prefix', 'vault-variable'],
  ])('VAULT_ADDR as "%s" is refused', async (address, code) => {
    vi.stubEnv('VAULT_ADDR', address);
    await expect(planVault({ ...target(), address: undefined }, key)).rejects.toMatchObject({
      code,
      params: { name: 'VAULT_ADDR' },
    });
  });

  it('VAULT_NAMESPACE is sent, and the project file’s own takes precedence', async () => {
    vi.stubEnv('VAULT_NAMESPACE', 'team');
    await plan();
    await planVault({ ...target(), namespace: 'other' }, key);
    const sent = vault.headers.map((headers) => headers['x-vault-namespace']);
    expect(new Set(sent)).toEqual(new Set(['team', 'other']));
  });

  it('VAULT_CACERT_BYTES and VAULT_CAPATH are trusted for the server too', async () => {
    vi.stubEnv('VAULT_CACERT', '');
    vi.stubEnv('VAULT_CACERT_BYTES', readFileSync(vault.authority, 'utf8'));
    await plan();
    vi.stubEnv('VAULT_CACERT_BYTES', '');
    mkdirSync(join(box.root, 'authorities/below'), { recursive: true });
    copyFileSync(vault.authority, join(box.root, 'authorities/below/one.pem'));
    vi.stubEnv('VAULT_CAPATH', join(box.root, 'authorities'));
    await plan();
    vi.stubEnv('VAULT_CAPATH', join(box.root, 'nowhere'));
    await expect(plan()).rejects.toMatchObject({
      code: 'vault-variable',
      params: { name: 'VAULT_CAPATH', reason: 'ENOENT' },
    });
  });

  it('VAULT_CLIENT_CERT and VAULT_CLIENT_KEY authenticate the client to a server that requires it', async () => {
    await vault.close();
    const ca = await startVault();
    const authority = readFileSync(ca.authority);
    vault = await startVault({ tls: { requestCert: true, rejectUnauthorized: true, ca: authority } });
    vi.stubEnv('VAULT_CACERT', vault.authority);
    await expect(plan()).rejects.toMatchObject({ code: 'vault-failed' });
    vi.stubEnv('VAULT_CLIENT_CERT', vault.certificate.cert);
    await expect(plan()).rejects.toMatchObject({
      code: 'vault-variable',
      params: { reason: 'VAULT_CLIENT_KEY' },
    });
    vi.stubEnv('VAULT_CLIENT_KEY', vault.certificate.key);
    await (await plan()).deliver();
    expect(written()).toEqual({ key: canary });
    await ca.close();
  });

  it('an invalid client key is refused with the names of both variables', async () => {
    writeFileSync(join(box.root, 'key.pem'), 'no key');
    vi.stubEnv('VAULT_CLIENT_CERT', vault.certificate.cert);
    vi.stubEnv('VAULT_CLIENT_KEY', join(box.root, 'key.pem'));
    await expect(plan()).rejects.toMatchObject({
      code: 'vault-variable',
      params: { name: 'VAULT_CLIENT_CERT, VAULT_CLIENT_KEY' },
    });
  });

  it.each(['1', 'true', 'T', 'yes'])('VAULT_SKIP_VERIFY=%s is refused', async (value) => {
    vi.stubEnv('VAULT_SKIP_VERIFY', value);
    await expect(plan()).rejects.toMatchObject({ code: 'vault-skip-verify' });
    expect(vault.log).toEqual([]);
  });

  it('VAULT_SKIP_VERIFY=false is accepted, as certificates are checked anyway', async () => {
    vi.stubEnv('VAULT_SKIP_VERIFY', 'false');
    await expect(plan()).resolves.toMatchObject({ summary: { change: 'changed' } });
  });

  it.each(['5', '1m30s', '1500ms', '0'])('VAULT_CLIENT_TIMEOUT=%s is a time', async (value) => {
    vi.stubEnv('VAULT_CLIENT_TIMEOUT', value);
    await expect(plan()).resolves.toMatchObject({ summary: { change: 'changed' } });
  });

  it('VAULT_CLIENT_TIMEOUT=soon is refused', async () => {
    vi.stubEnv('VAULT_CLIENT_TIMEOUT', 'soon');
    await expect(plan()).rejects.toMatchObject({ params: { name: 'VAULT_CLIENT_TIMEOUT' } });
  });

  it('is read by the names of OpenBao if those of Vault are not set', async () => {
    vi.stubEnv('VAULT_TOKEN', '');
    vi.stubEnv('VAULT_CACERT', '');
    vi.stubEnv('BAO_TOKEN', vault.token);
    vi.stubEnv('BAO_CACERT', vault.authority);
    await expect(plan()).resolves.toMatchObject({ summary: { change: 'changed' } });
  });
});

describe('a proxy', () => {
  const led: string[] = [];
  let proxy: Server;
  beforeEach(async () => {
    led.length = 0;
    proxy = createServer();
    proxy.on('connect', ({ url = '' }, socket) => {
      led.push(url);
      if (url.startsWith('forbidden')) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const there = connect(Number(new URL(vault.address).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        there.pipe(socket).pipe(there);
      });
      there.on('error', () => socket.destroy());
      socket.on('error', () => there.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const address = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  it('of the system leads to the server, whose certificate is checked for VAULT_TLS_SERVER_NAME', async () => {
    vi.stubEnv('HTTPS_PROXY', address());
    await expect(plan('https://vault.example:8200')).rejects.toMatchObject({
      code: 'vault-failed',
      params: { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
    vi.stubEnv('VAULT_TLS_SERVER_NAME', 'localhost');
    await (await plan('https://vault.example:8200')).deliver();
    expect(written()).toEqual({ key: canary });
    expect(new Set(led)).toEqual(new Set(['vault.example:8200']));
  });

  it('is not used for a server on this machine, nor for one that NO_PROXY names', async () => {
    vi.stubEnv('HTTPS_PROXY', address());
    await plan();
    vi.stubEnv('NO_PROXY', 'vault.invalid');
    await expect(plan('https://vault.invalid:8200')).rejects.toMatchObject({ code: 'vault-failed' });
    expect(led).toEqual([]);
  });

  it('of VAULT_PROXY_ADDR takes precedence; one that refuses is reported', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9');
    vi.stubEnv('VAULT_PROXY_ADDR', address());
    await expect(plan('https://forbidden.example')).rejects.toMatchObject({
      code: 'vault-failed',
      params: { reason: 'proxy HTTP 407' },
    });
    expect(led).toEqual(['forbidden.example:443']);
  });

  it.each(['VAULT_PROXY_ADDR', 'BAO_PROXY_ADDR', 'VAULT_HTTP_PROXY', 'ALL_PROXY'])(
    'of %s is named if it does not work, and its password is not',
    async (name) => {
      vi.stubEnv(name, 'socks5://user:hidden@127.0.0.1:1');
      await expect(plan('https://vault.invalid:8200')).rejects.toMatchObject({
        code: 'vault-failed',
        params: { reason: `proxy ${name}` },
      });
    },
  );
});
