import { type IncomingMessage, request as requestHttp } from 'node:http';
import { connect as connectPlain, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { Refusal } from '../../../../shared/refusal.ts';
import {
  codeOf,
  type Endpoint,
  type NamedProxy,
  opened,
  openTunnel,
  ProxyFailure,
  secure,
  systemProxy,
} from '../../../machine/connection.ts';
import { isThisMachine } from '../../../project/parse-external.ts';
import type { VaultAccess } from './access.ts';

const largestAnswer = 1024 * 1024;

export interface VaultCall {
  /** Below `/v1/`. */
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
}

export interface VaultAnswer {
  readonly status: number;
  readonly text: string;
  /** This answer, or an earlier one to the same request, does not tell whether the request was carried out. */
  readonly inDoubt: boolean;
}

/** There was no complete answer. */
export class Unanswered extends Error {
  /** In a word or two: an error's code, or an HTTP status. */
  readonly reason: string;
  /** The request was sent, so it may have been carried out. */
  readonly inDoubt: boolean;

  constructor(reason: string, inDoubt: boolean) {
    super(reason);
    this.name = 'Unanswered';
    this.reason = reason;
    this.inDoubt = inDoubt;
  }
}

/** @param reason in a word or two: an error's code, or an HTTP status */
export function vaultFailed(address: string, reason: string): Refusal {
  return new Refusal('vault-failed', { address, reason });
}

/**
 * Statuses for which a server did nothing and can be asked again. From "HTTP status codes" of
 * `website/content/api-docs/index.mdx` of HashiCorp Vault (commit 085996f5): 412 waits for replicated data, 429 is a limit
 * of requests (with `Retry-After`: `internal/vault/quotas/quotas_rate_limit.go` of OpenBao 2.6.2) or a standby, 472 and 473
 * are secondaries and standbys, 503 is sealed or without an active node.
 */
const busy: ReadonlySet<number> = new Set([412, 429, 472, 473, 503]);

/** In milliseconds, between tries, where the server names no time, or too short a time. */
const firstPause = 250;
const shortestPause = 100;
const longestPause = 2000;

/**
 * Sends a request to a Vault, with verified TLS. A busy server is asked again, and a standby's redirection is followed once,
 * as the `vault` command does, all within the time limit of one request.
 *
 * @throws Unanswered; Refusal `vault-redirected` for a redirection to a server that the project file does not list: the
 *   token is not sent there
 */
export async function vaultRequest(call: VaultCall, access: VaultAccess): Promise<VaultAnswer> {
  const deadline = Date.now() + access.longest;
  let [origin, pause, inDoubt] = [access.address, firstPause, false];
  for (;;) {
    const answer = await exchange(origin, call, access, { deadline, inDoubt });
    inDoubt ||= leavesDoubt(answer);
    const isFirstRedirection = answer.status === 307 && origin === access.address;
    if (isFirstRedirection) {
      origin = redirectedTo(answer, access, inDoubt);
      if (origin !== access.address) continue;
    }
    const wait = Math.max(answer.retryAfter ?? pause, shortestPause);
    const isLast = !(busy.has(answer.status) || isFirstRedirection) || Date.now() + wait >= deadline;
    if (isLast) return { status: answer.status, text: answer.text, inDoubt };
    await sleep(wait);
    pause = Math.min(pause * 2, longestPause);
  }
}

/**
 * Whether the request may have been carried out although the answer is an error. Vault's own 503 means that it was not. But
 * a proxy may fail after it passed the request on, and a server may answer 500 after its storage failed halfway.
 */
function leavesDoubt({ status, text }: RawAnswer): boolean {
  return status >= 500 && !(status === 503 && v.is(ownErrors, text));
}

/** The form of every error of Vault and OpenBao: `RespondError` in `sdk/logical/response_util.go` of OpenBao 2.6.2. */
const ownErrors = v.pipe(v.string(), v.parseJson(), v.object({ errors: v.array(v.string()) }));

/**
 * The origin to which a standby redirects: the active node, with the same path (`respondStandby` in
 * `internal/http/handler.go` of OpenBao 2.6.2, `http/handler.go` of HashiCorp Vault).
 */
function redirectedTo(
  { location = '' }: RawAnswer,
  { address, nodes }: VaultAccess,
  inDoubt: boolean,
): string {
  const origin = URL.canParse(location, address) ? new URL(location, address).origin : undefined;
  if (origin !== undefined && (origin === address || nodes.includes(origin))) return origin;
  if (inDoubt || origin === undefined) throw new Unanswered('HTTP 307', inDoubt);
  throw new Refusal('vault-redirected', { address, to: origin });
}

interface RawAnswer extends Pick<VaultAnswer, 'status' | 'text'> {
  readonly location: string | undefined;
  /** In milliseconds. */
  readonly retryAfter: number | undefined;
}

interface Try {
  /** As `Date.now()`. */
  readonly deadline: number;
  readonly inDoubt: boolean;
}

async function exchange(
  origin: string,
  call: VaultCall,
  access: VaultAccess,
  { deadline, inDoubt }: Try,
): Promise<RawAnswer> {
  const signal = AbortSignal.timeout(Math.max(deadline - Date.now(), 1));
  const reasonOf = (error: unknown) => (signal.aborted ? 'timeout' : wordOf(error));
  const sockets: Socket[] = [];
  try {
    const socket = await reach(new URL(origin), access, sockets, signal).catch((error: unknown) => {
      throw new Unanswered(reasonOf(error), inDoubt);
    });
    return await send(socket, origin, call, access, signal);
  } catch (error) {
    throw error instanceof Unanswered ? error : new Unanswered(reasonOf(error), true);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

function wordOf(error: unknown): string {
  return error instanceof ProxyFailure ? `proxy ${error.reason}` : codeOf(error);
}

/** @param sockets receives every socket that is opened, for the caller to close */
async function reach(
  { protocol, hostname, port }: URL,
  { tls, proxy }: VaultAccess,
  sockets: Socket[],
  signal: AbortSignal,
): Promise<Socket> {
  const isSecure = protocol === 'https:';
  const to = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (isSecure ? 443 : 80) };
  const tunnel = await openTunnel(to, proxy ?? proxyOfSystem(hostname, to), signal);
  if (tunnel) sockets.push(tunnel);
  const socket = isSecure
    ? await secure(to, tunnel, signal, tls)
    : (tunnel ?? (await opened(connectPlain(to), 'connect', signal)));
  sockets.push(socket);
  return socket;
}

/** As in Go (`net/http`, `ProxyFromEnvironment`), no proxy is used for a server on this machine. */
function proxyOfSystem(hostname: string, to: Endpoint): NamedProxy | undefined {
  return isThisMachine(hostname) ? undefined : systemProxy(to);
}

function send(
  socket: Socket,
  origin: string,
  { path, method, body }: VaultCall,
  { token, namespace }: VaultAccess,
  signal: AbortSignal,
): Promise<RawAnswer> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const headers = {
    Host: new URL(origin).host,
    Connection: 'close',
    'X-Vault-Token': token,
    'X-Vault-Request': 'true',
    ...(namespace !== undefined && { 'X-Vault-Namespace': namespace }),
    ...(payload !== undefined && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(payload) }),
  };
  const place = `/v1/${path.split('/').map(encodeURIComponent).join('/')}`;
  return new Promise((resolve, reject) => {
    const request = requestHttp({ method, path: place, headers, createConnection: () => socket, signal });
    request.on('error', reject);
    request.on('response', (response) => {
      readWhole(response).then((text) => resolve(answerOf(response, text)), reject);
    });
    request.end(payload);
  });
}

/** @throws an error where the answer is truncated or larger than a megabyte */
async function readWhole(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestAnswer) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, text: string): RawAnswer {
  const { location, 'retry-after': after } = headers;
  return { status: statusCode, text, location, retryAfter: after === undefined ? undefined : pauseOf(after) };
}

/** RFC 9110, section 10.2.3: seconds, or a date. */
function pauseOf(after: string): number | undefined {
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}
