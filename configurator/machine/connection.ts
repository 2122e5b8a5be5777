import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { env } from 'node:process';
import { type ConnectionOptions, connect, rootCertificates, type TLSSocket } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';

/** A server's address. */
export interface Endpoint {
  /** A name or an address, without brackets. */
  readonly host: string;
  readonly port: number;
}

/** The proxy is of an unsupported kind, or refused. Its address is not repeated: it may contain a password. */
export class ProxyFailure extends Error {
  /** In a word or two: the proxy's answer, or the setting that is wrong. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'ProxyFailure';
    this.reason = reason;
  }
}

/** The code of a system error. Its message is left out, as it may repeat addresses. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no answer';
}

/**
 * The certificate authorities to trust. The native host's launcher passes on those that the user's system adds in
 * `NODE_EXTRA_CA_CERTS`, such as a company's whose proxy intercepts TLS. On the command line Node has read them itself.
 *
 * @returns certificates in PEM; `undefined` for Node's own list
 */
function authorities(): string[] | undefined {
  const file = env['CLE_AUTHORITIES'];
  if (!file) return undefined;
  try {
    return [...rootCertificates, readFileSync(file, 'utf8')];
  } catch {
    // As Node does with its own: then a server that needs them cannot prove its identity, and that is reported.
    return undefined;
  }
}

/** Certificates to use in place of the system's. */
export type TlsChoice = Pick<ConnectionOptions, 'ca' | 'cert' | 'key' | 'servername'>;

/**
 * Opens TLS and checks that the other end is the host. Only then may anything be sent.
 *
 * @param tunnel a proxy's connection to the host, where there is one
 * @throws the system's errors
 */
export async function secure(
  { host, port }: Endpoint,
  tunnel: Socket | undefined,
  signal: AbortSignal,
  choice: TlsChoice = {},
): Promise<TLSSocket> {
  const isAddress = /^[\d.]+$|:/.test(host);
  const socket = connect({
    // The certificate is compared with `host` where no server name is sent.
    host,
    ...(tunnel ? { socket: tunnel } : { port }),
    ...(!isAddress && { servername: host }),
    minVersion: 'TLSv1.2',
    // Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED has no effect.
    rejectUnauthorized: true,
    ca: authorities(),
    ...choice,
  });
  return opened(socket, 'secureConnect', signal);
}

/** Waits until a socket is open; one that does not open is closed. @throws the system's errors */
export async function opened<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<S> {
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** A proxy, and the environment variable that names it. */
export interface NamedProxy {
  /** As the variable has it: not checked yet, and it may contain a password. */
  readonly address: string;
  readonly variable: string;
}

/** In the order in which proxy-from-env 2.1.0 reads them. */
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];

/** The proxy that the system names for a host (`HTTPS_PROXY`, `NO_PROXY`); `undefined` where it names none. */
export function systemProxy({ host, port }: Endpoint): NamedProxy | undefined {
  const name = host.includes(':') ? `[${host}]` : host;
  const address = getProxyForUrl(`https://${name}:${port}`);
  const variable = proxyVariables.find((each) => env[each]) ?? 'HTTPS_PROXY';
  return address ? { address, variable } : undefined;
}

/**
 * Opens a tunnel to a host through a proxy.
 *
 * @throws ProxyFailure; the system's errors
 */
export async function openTunnel(
  to: Endpoint,
  proxy: NamedProxy | undefined,
  signal: AbortSignal,
): Promise<Socket | undefined> {
  return proxy === undefined ? undefined : connectThrough(readProxy(proxy), to, signal);
}

function readProxy({ address, variable }: NamedProxy): URL {
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy && /^https?:$/.test(proxy.protocol)) return proxy;
  throw new ProxyFailure(variable);
}

function connectThrough(proxy: URL, { host, port }: Endpoint, signal: AbortSignal): Promise<Socket> {
  const { protocol, username, password } = proxy;
  const open = protocol === 'https:' ? requestHttps : requestHttp;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const request = open({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: target,
    headers: {
      Host: target,
      ...(username !== '' && { 'Proxy-Authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
    },
    agent: false,
    signal,
  });
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new ProxyFailure(`HTTP ${statusCode}`));
    });
    request.end();
  });
}
