import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeCertificate } from '../console/certificate.ts';

type Data = Record<string, unknown>;
type Secrets = Map<string, (Data | null)[]>;

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One request, as a way of misbehaving sees it. */
export interface Asked {
  readonly method: string;
  /** Below `/v1/`. */
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Does what is asked, without answering. */
  perform(): Answer;
}

/** Answers a request in place of the engine, or gives `false`. */
export type Misbehaviour = (asked: Asked) => boolean;

/** What is mounted, by its path. */
interface Mount {
  readonly type: string;
  readonly options: Readonly<Record<string, string>> | null;
}

/**
 * A server that answers as HashiCorp Vault and OpenBao do, and keeps what it is given. At `secret` is a KV engine of version
 * 2; at `kv1`, one of version 1; at `transit`, no KV engine. Its answers are those of `path_data.go`
 * (`internal/builtin/logical/kv/`), `pathInternalUIMountRead` (`internal/vault/logical_system.go`), `respondStandby`
 * (`internal/http/handler.go`) and `RespondError` (`sdk/logical/response_util.go`) of OpenBao 2.6.2.
 */
export interface StandInVault {
  readonly address: string;
  readonly token: string;
  /** A file with the authority that its certificate needs. */
  readonly authority: string;
  /** Files with its own certificate and key, which serve as a client's too. */
  readonly certificate: { readonly cert: string; readonly key: string };
  /** Every request, as `METHOD path`. */
  readonly log: string[];
  /** Every header of the requests. */
  readonly headers: IncomingMessage['headers'][];
  /** Every version of a secret, the first one at 0; `null` is a deleted one. */
  readonly versions: (path: string) => readonly (Data | null)[];
  /** Of every secret. Two nodes of a cluster have the same. */
  readonly secrets: Secrets;
  /** Another program writes. */
  put(path: string, data: Data): void;
  misbehave: Misbehaviour | undefined;
  /** Refuses connections from now on. */
  stopListening(): void;
  close(): Promise<void>;
}

const mounts: Readonly<Record<string, Mount>> = {
  secret: { type: 'kv', options: { version: '2' } },
  kv1: { type: 'kv', options: { version: '1' } },
  'kv1/below': { type: 'kv', options: { version: '2' } },
  generic: { type: 'generic', options: null },
  transit: { type: 'transit', options: null },
};

interface Options {
  readonly secrets?: Secrets;
  readonly tls?: ServerOptions;
}

/** Of all that are started here, so that one authority is enough. */
let made: ReturnType<typeof makeCertificate> | undefined;

/** Starts one on loopback, over TLS. */
export async function startVault({ secrets = new Map(), tls }: Options = {}): Promise<StandInVault> {
  made ??= makeCertificate();
  const certificate = await made;
  const folder = mkdtempSync(join(tmpdir(), 'cle-vault-'));
  const fileOf = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const files = { cert: fileOf('cert.pem', certificate.cert), key: fileOf('key.pem', certificate.key) };
  const versions = (path: string) => secrets.get(path) ?? [];
  const put = (path: string, data: Data | null) => void secrets.set(path, [...versions(path), data]);
  const token = 'hvs.the-token-of-a-stand-in';

  const vault: StandInVault = {
    get address() {
      return `https://127.0.0.1:${port}`;
    },
    token,
    authority: files.cert,
    certificate: files,
    log: [],
    headers: [],
    versions,
    secrets,
    put,
    misbehave: undefined,
    stopListening: () => void server.close(),
    async close() {
      if (server.listening) server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };

  function dataAnswer(method: string, path: string, body: string): Answer {
    const known = versions(path);
    const latest = known.at(-1);
    const metadata = { version: known.length };
    if (method === 'GET') {
      if (latest) return { status: 200, body: { data: { data: latest, metadata } } };
      return known.length > 0 ? { status: 404, body: { data: { data: null, metadata } } } : refusal(404);
    }
    if (method === 'DELETE') {
      if (latest) secrets.set(path, [...known.slice(0, -1), null]);
      return { status: 204 };
    }
    const { options: conditions, data } = JSON.parse(body) as { options?: { cas?: number }; data: Data };
    if (conditions?.cas !== undefined && conditions.cas !== known.length) {
      return refusal(400, 'check-and-set parameter did not match the current version');
    }
    if (method === 'PATCH' && !latest) return refusal(404);
    const merged = Object.entries({ ...(method === 'PATCH' ? latest : {}), ...data });
    put(path, Object.fromEntries(merged.filter(([, value]) => value !== null)));
    return { status: 200, body: { data: { version: known.length + 1 } } };
  }

  function answerTo({ headers, method = '' }: IncomingMessage, path: string, body: string): Answer {
    if (headers['x-vault-token'] !== token) return refusal(403, 'permission denied');
    const asked = /^sys\/internal\/ui\/mounts\/(.+)$/.exec(path)?.[1];
    if (asked !== undefined) return mountAnswer(asked);
    const place = /^secret\/data\/(.+)$/.exec(path)?.[1];
    // An engine of version 1 takes any body at any path.
    if (place === undefined) return path.startsWith('kv1/') ? { status: 204 } : refusal(404);
    const isMerge = headers['content-type'] === 'application/merge-patch+json';
    return (method === 'PATCH') === isMerge ? dataAnswer(method, place, body) : refusal(415);
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    vault.log.push(`${method} ${url}`);
    vault.headers.push(headers);
    const body = await text(request);
    const path = decodeURIComponent(url).replace(/^\/v1\//, '');
    const perform = () => answerTo(request, path, body);
    if (vault.misbehave?.({ method, path, request, response, perform })) return;
    send(response, perform());
  }

  const server = createServer({ ...certificate, ...tls }, (request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return vault;
}

function mountAnswer(asked: string): Answer {
  const found = Object.keys(mounts)
    .filter((path) => asked === path || asked.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length)[0];
  // Whoever may do nothing there cannot tell what is mounted from what is not.
  if (found === undefined) return refusal(403, 'preflight capability check returned 403');
  return { status: 200, body: { data: { path: `${found}/`, ...mounts[found] } } };
}

function refusal(status: number, ...errors: readonly string[]): Answer {
  return { status, body: { errors } };
}

export function send(response: ServerResponse, { status, body }: Answer, headers = {}): true {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
  return true;
}
