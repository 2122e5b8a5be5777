import { type IncomingMessage, request } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { Refusal } from '../../shared/refusal.ts';
import { largestAnswer } from './limits.ts';

export interface Answer {
  readonly status: number;
  /** Read for the status 200 only. */
  readonly body: Buffer;
}

interface Message {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts a message over a connection that is secure, and reads the whole answer. Where it redirects to is not followed. */
export function post(
  { host, path, headers, body }: Message,
  socket: TLSSocket,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({
      method: 'POST',
      path,
      headers: { Host: host, ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' },
      createConnection: () => socket,
      signal,
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const { statusCode: status = 0 } = response;
      if (status !== 200) resolve({ status, body: Buffer.alloc(0) });
      else readBody(response, host).then((read) => resolve({ status, body: read }), reject);
    });
    sent.end(body);
  });
}

async function readBody(response: IncomingMessage, host: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestAnswer) throw new Refusal('verify-answer', { host });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
