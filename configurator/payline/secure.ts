import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { authorities } from './authorities.ts';

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
