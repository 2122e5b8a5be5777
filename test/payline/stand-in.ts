import { once } from 'node:events';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { makeCertificate } from '../console/certificate.ts';
import { type Authority, type Certificate, makeAuthority } from './authority.ts';
import { type Behaviour, handlers, proxyStatuses } from './behaviours.ts';

/** A request as it reached the stand-in. */
export interface Asked {
  readonly behaviour: string;
  readonly path: string;
  readonly authorization: string;
}

export interface StandIn {
  /** In PEM: what a client must trust. */
  readonly authority: string;
  readonly asked: readonly Asked[];
  /** Where the proxy was asked to lead to, in order. */
  readonly led: readonly string[];
  /** What a client names as its proxy to meet a behaviour. */
  proxyFor(behaviour: Behaviour): string;
  close(): void;
}

async function certificateFor(behaviour: string, host: string, authority: Authority): Promise<Certificate> {
  if (behaviour === 'certificate of nobody') return makeCertificate();
  if (behaviour === 'certificate of another host') return authority.issue('other.example');
  if (behaviour === 'certificate that ended') return authority.issue(host, new Date('2021-01-01'));
  return authority.issue(host);
}

/**
 * Starts what speaks as Payline does behind a proxy on loopback, which leads there whatever host it is asked for.
 *
 * @param accepts the keys that exist, by their Authorization; any where nothing is said
 */
export async function startStandIn(
  host: string,
  accepts: (authorization: string) => boolean = () => true,
): Promise<StandIn> {
  const authority = await makeAuthority();
  const asked: Asked[] = [];
  const led: string[] = [];
  const open = new Set<Socket>();
  const servers: Server[] = [];
  const listen = async (server: Server): Promise<number> => {
    server.on('connection', (socket: Socket) => open.add(socket));
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  };
  const start = async (behaviour: string): Promise<number> => {
    const handler = handlers[behaviour as keyof typeof handlers] ?? handlers.well;
    const server = createServer(await certificateFor(behaviour, host, authority), (request, response) => {
      const { url: path = '', headers } = request;
      const authorization = headers.authorization ?? '';
      asked.push({ behaviour, path, authorization });
      const answer = accepts(authorization) ? handler : handlers['status 401'];
      request.resume().on('end', () => answer(request, response));
    });
    return listen(server);
  };
  const ports = new Map<string, Promise<number>>();
  const portOf = (behaviour: string) => {
    const port = ports.get(behaviour) ?? start(behaviour);
    ports.set(behaviour, port);
    return port;
  };
  const proxy = createProxy();
  proxy.on('connect', (request, client: Socket) => {
    led.push(request.url ?? '');
    const login = (request.headers['proxy-authorization'] ?? '').replace('Basic ', '');
    const behaviour = Buffer.from(login, 'base64').toString().split(':')[0] ?? '';
    client.on('error', () => {});
    if (behaviour === 'proxy says nothing') return;
    const status = proxyStatuses[behaviour as keyof typeof proxyStatuses];
    if (status) {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    void portOf(behaviour).then((port) => {
      const server = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
      server.on('error', () => client.destroy()).on('close', () => client.destroy());
      client.on('close', () => server.destroy());
      server.pipe(client).pipe(server);
    });
  });
  const port = await listen(proxy);
  return {
    authority: authority.cert,
    asked,
    led,
    proxyFor: (behaviour) => `http://${encodeURIComponent(behaviour)}:login@127.0.0.1:${port}`,
    close: () => {
      for (const server of servers) server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
