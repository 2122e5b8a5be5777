import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { AccessKey } from '../../../shared/access-key.ts';
import type { Environment } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { openTunnel, secure, systemProxy } from '../../machine/connection.ts';
import { failureOf, largestAnswer, longestSeconds, type Stage } from './connection.ts';

/** Hosts of Payline's services. A key is sent to the host of its environment and nowhere else. */
export const servicesHosts: Readonly<Record<Environment, string>> = {
  homologation: 'homologation.payline.com',
  production: 'services.payline.com',
};

export interface Answer {
  readonly status: number;
  /** Read only for status 200. */
  readonly body: Buffer;
}

interface Message {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts a message over a secured connection, and reads the whole answer. Redirections are not followed. */
function post(
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

/** Requests a merchant's settings, which changes nothing. */
const settingsRequest =
  '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>' +
  '<ns2:getMerchantSettingsRequest xmlns:ns2="http://impl.ws.payline.experian.com"><ns2:version>34</ns2:version>' +
  '</ns2:getMerchantSettingsRequest></S:Body></S:Envelope>';

const path = '/V4/services/DirectPaymentAPI';

/**
 * Sends one harmless request to Payline, authenticated with a key.
 *
 * @throws Refusal `verify-…` where there is no complete answer within the limits
 */
export async function askPayline(key: AccessKey): Promise<Answer> {
  const host = servicesHosts[key.environment];
  const signal = AbortSignal.timeout(longestSeconds * 1000);
  const sockets: Socket[] = [];
  let stage: Stage = 'proxy';
  try {
    const endpoint = { host, port: 443 };
    const tunnel = await openTunnel(endpoint, systemProxy(endpoint), signal);
    if (tunnel) sockets.push(tunnel);
    stage = 'connection';
    const socket = await secure(endpoint, tunnel, signal);
    sockets.push(socket);
    stage = 'answer';
    const headers = {
      Authorization: key.reveal('authorization'),
      'Content-Type': 'text/xml; charset=utf-8',
      SOAPAction: 'getMerchantSettings',
    };
    return await post({ host, path, headers, body: settingsRequest }, socket, signal);
  } catch (error) {
    if (signal.aborted) throw new Refusal('verify-timeout', { host, seconds: longestSeconds });
    throw failureOf(error, stage, host);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}
