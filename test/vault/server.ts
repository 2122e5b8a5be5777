import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { makeCertificate } from '../console/certificate.ts';

type Data = Record<string, unknown>;
type Answer = { status: number; body?: unknown };

/** A KV version 2 engine, mounted at `secret`, as Vault and OpenBao answer for it. */
export interface StandInVault {
  readonly address: string;
  readonly token: string;
  /** A file with the authority that its certificate needs. */
  readonly authority: string;
  /** Every request, as `METHOD path`. */
  readonly log: string[];
  /** Every version of a secret, the first one at 0; `null` is a deleted one. */
  readonly versions: (path: string) => readonly (Data | null)[];
  /** Another program writes. */
  put(path: string, data: Data): void;
  /** Answers in place of the engine, until it gives `undefined`. */
  misbehave: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  close(): Promise<void>;
}

/** Starts one on loopback, over TLS. */
export async function startVault(): Promise<StandInVault> {
  const certificate = await makeCertificate();
  const folder = mkdtempSync(join(tmpdir(), 'cle-vault-'));
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, certificate.cert);
  const secrets = new Map<string, (Data | null)[]>();
  const log: string[] = [];
  const versions = (path: string) => secrets.get(path) ?? [];
  const put = (path: string, data: Data | null) => secrets.set(path, [...versions(path), data]);
  const token = 'hvs.test-token';

  function answer(method: string, path: string, body: unknown): Answer {
    const known = versions(path);
    const latest = known.at(-1);
    const metadata = { version: known.length };
    if (method === 'GET') {
      if (latest) return { status: 200, body: { data: { data: latest, metadata } } };
      return { status: 404, body: known.length > 0 ? { data: { data: null, metadata } } : { errors: [] } };
    }
    if (method === 'DELETE') {
      if (latest) secrets.set(path, [...known.slice(0, -1), null]);
      return { status: 204 };
    }
    const { options, data } = body as { options?: { cas?: number }; data: Data };
    if (options?.cas !== undefined && options.cas !== known.length) {
      return {
        status: 400,
        body: { errors: ['check-and-set parameter did not match the current version'] },
      };
    }
    if (method === 'PATCH' && !latest) return { status: 404, body: { errors: [] } };
    const merged = Object.entries({ ...(method === 'PATCH' ? latest : {}), ...data });
    put(path, Object.fromEntries(merged.filter(([, value]) => value !== null)));
    return { status: 200, body: { data: { version: known.length + 1 } } };
  }

  const vault: StandInVault = {
    get address() {
      return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    token,
    authority,
    log,
    versions,
    put,
    misbehave: undefined,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      rmSync(folder, { recursive: true });
    },
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    log.push(`${method} ${url}`);
    if (vault.misbehave?.(request, response)) return;
    const body = method === 'POST' || method === 'PATCH' ? await json(request) : undefined;
    const path = /^\/v1\/secret\/data\/(.+)$/.exec(decodeURIComponent(url))?.[1];
    const isMerge = headers['content-type'] === 'application/merge-patch+json';
    if (headers['x-vault-token'] !== token) send(response, { status: 403, body: { errors: ['denied'] } });
    else if (path === undefined) send(response, { status: 404, body: { errors: [] } });
    else if ((method === 'PATCH') !== isMerge) send(response, { status: 415, body: { errors: [] } });
    else send(response, answer(method, path, body));
  }

  const server = createServer(certificate, (request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return vault;
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
