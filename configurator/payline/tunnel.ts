import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { getProxyForUrl } from 'proxy-from-env';
import { Refusal } from '../../shared/refusal.ts';

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
