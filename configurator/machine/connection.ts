import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { env } from 'node:process';
import { type ConnectionOptions, connect, rootCertificates, type TLSSocket } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';

/** Where a server is reached. */
export interface Endpoint {
  /** A name or an address, without brackets. */
  readonly host: string;
  readonly port: number;
}

/** The proxy is of another kind, or will not. Its address is not repeated: it may hold a password. */
export class ProxyFailure extends Error {
  /** One word: what was answered, or which setting is wrong. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'ProxyFailure';
    this.reason = reason;
  }
}

/** The code of a system's error; its text is not said, as it may repeat addresses. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no answer';
}

/**
 * The authorities that may vouch for a server. A native host is told by its launcher of those that the person's system adds
 * in `NODE_EXTRA_CA_CERTS`, as a company does whose proxy opens TLS; on the command line Node has read them itself.
 *
 * @returns certificates in PEM; `undefined`: those that Node knows
 */
function authorities(): string[] | undefined {
  const file = env['CLE_AUTHORITIES'];
  if (!file) return undefined;
  try {
    return [...rootCertificates, readFileSync(file, 'utf8')];
  } catch {
    // As Node does with its own: who answers cannot prove who they are then, and that is said.
    return undefined;
  }
}

/** How the two ends prove who they are, where it is not by what the system knows. */
export type TlsChoice = Pick<ConnectionOptions, 'ca' | 'cert' | 'key' | 'servername'>;

/**
 * Makes sure that the other end is the host. Only then may anything be sent.
 *
 * @param tunnel the way there, where a proxy made one
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
    // `host` is what the certificate is compared with where no name is sent.
    host,
    ...(tunnel ? { socket: tunnel } : { port }),
    ...(!isAddress && { servername: host }),
    minVersion: 'TLSv1.2',
    // Said, so that NODE_TLS_REJECT_UNAUTHORIZED does not matter.
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

/** The proxy that the system names for a host (`HTTPS_PROXY`, `NO_PROXY`); `undefined` where it names none. */
export function systemProxy({ host, port }: Endpoint): string | undefined {
  const name = host.includes(':') ? `[${host}]` : host;
  return getProxyForUrl(`https://${name}:${port}`) || undefined;
}

/**
 * Opens a way to a host through a proxy.
 *
 * @throws ProxyFailure; the system's errors
 */
export async function openTunnel(
  to: Endpoint,
  proxy: string | undefined,
  signal: AbortSignal,
): Promise<Socket | undefined> {
  return proxy === undefined ? undefined : connectThrough(readProxy(proxy), to, signal);
}

function readProxy(named: string): URL {
  const proxy = URL.canParse(named) ? new URL(named) : undefined;
  if (proxy && /^https?:$/.test(proxy.protocol)) return proxy;
  throw new ProxyFailure('HTTPS_PROXY');
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
