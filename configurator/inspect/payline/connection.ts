import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { env } from 'node:process';
import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';
import { Refusal } from '../../../shared/refusal.ts';

/** In seconds, for everything: the proxy, the connection, and the whole answer. */
export const longestSeconds = 10;

/** In bytes. A merchant with hundreds of contracts stays far below. */
export const largestAnswer = 1024 * 1024;

/** Where an exchange with Payline stood when it failed. */
export type Stage = 'proxy' | 'connection' | 'answer';

/** Says why Payline could not be asked. The system's error is named by its code only: its text may repeat addresses. */
export function failureOf(error: unknown, stage: Stage, host: string): Refusal {
  if (error instanceof Refusal) return error;
  const reason = codeOf(error);
  if (stage === 'proxy') return new Refusal('verify-proxy', { reason });
  if (reason.startsWith('HPE_')) return new Refusal('verify-answer', { host });
  if (stage === 'connection' && !isNetwork(reason)) return new Refusal('verify-tls', { host, reason });
  return new Refusal('verify-unreachable', { host, reason });
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no answer';
}

/** The errors of sockets and names; those of certificates and of TLS have longer names. */
function isNetwork(code: string): boolean {
  return code !== 'EPROTO' && /^(E[A-Z]+|EAI_[A-Z]+|no answer)$/.test(code);
}

/**
 * The authorities that may vouch for Payline. A native host is told by its launcher of those that the person's system adds
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

/**
 * Makes sure that the other end is the host. Only then may anything be sent.
 *
 * @param tunnel the way there, where a proxy made one
 */
export async function secure(
  host: string,
  tunnel: Socket | undefined,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const socket = connect({
    ...(tunnel ? { socket: tunnel } : { host, port: 443 }),
    servername: host,
    minVersion: 'TLSv1.2',
    // Said, so that NODE_TLS_REJECT_UNAUTHORIZED does not matter.
    rejectUnauthorized: true,
    ca: authorities(),
  });
  try {
    await once(socket, 'secureConnect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/**
 * Opens a way to a host through the proxy that the system names for it (`HTTPS_PROXY`, `NO_PROXY`).
 *
 * @returns `undefined` where it names none
 * @throws Refusal `verify-proxy` where the proxy is of another kind or will not; the system's errors
 */
export async function openTunnel(host: string, signal: AbortSignal): Promise<Socket | undefined> {
  const named = getProxyForUrl(`https://${host}`);
  return named === '' ? undefined : connectThrough(readProxy(named), host, signal);
}

function readProxy(named: string): URL {
  const proxy = URL.canParse(named) ? new URL(named) : undefined;
  if (proxy && /^https?:$/.test(proxy.protocol)) return proxy;
  // Not repeated: it may hold a password.
  throw new Refusal('verify-proxy', { reason: 'HTTPS_PROXY' });
}

function connectThrough(proxy: URL, host: string, signal: AbortSignal): Promise<Socket> {
  const { protocol, username, password } = proxy;
  const open = protocol === 'https:' ? requestHttps : requestHttp;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const request = open({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: `${host}:443`,
    headers: {
      Host: `${host}:443`,
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
      reject(new Refusal('verify-proxy', { reason: `HTTP ${statusCode}` }));
    });
    request.end();
  });
}
