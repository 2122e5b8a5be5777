import type { Socket } from 'node:net';
import type { AccessKey } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import { failureOf, type Stage } from './failure.ts';
import { servicesHosts } from './hosts.ts';
import { longestSeconds } from './limits.ts';
import { type Answer, post } from './post.ts';
import { secure } from './secure.ts';
import { openTunnel } from './tunnel.ts';

/** Asks for a merchant's settings, which changes nothing. */
const question =
  '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>' +
  '<ns2:getMerchantSettingsRequest xmlns:ns2="http://impl.ws.payline.experian.com"><ns2:version>34</ns2:version>' +
  '</ns2:getMerchantSettingsRequest></S:Body></S:Envelope>';

const path = '/V4/services/DirectPaymentAPI';

/**
 * Sends one harmless question to Payline in the name of a key.
 *
 * @throws Refusal `verify-…` where there is no whole answer within the limits
 */
export async function askPayline(key: AccessKey): Promise<Answer> {
  const host = servicesHosts[key.environment];
  const signal = AbortSignal.timeout(longestSeconds * 1000);
  const sockets: Socket[] = [];
  let stage: Stage = 'proxy';
  try {
    const tunnel = await openTunnel(host, signal);
    if (tunnel) sockets.push(tunnel);
    stage = 'connection';
    const socket = await secure(host, tunnel, signal);
    sockets.push(socket);
    stage = 'answer';
    const headers = {
      Authorization: key.reveal('authorization'),
      'Content-Type': 'text/xml; charset=utf-8',
      SOAPAction: 'getMerchantSettings',
    };
    return await post({ host, path, headers, body: question }, socket, signal);
  } catch (error) {
    if (signal.aborted) throw new Refusal('verify-timeout', { host, seconds: longestSeconds });
    throw failureOf(error, stage, host);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}
