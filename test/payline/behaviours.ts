import type { IncomingMessage, ServerResponse } from 'node:http';
import { entityBomb, settingsAnswer, soapFault } from './answers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const answer =
  (
    status: number,
    body: string | Buffer,
    headers: Record<string, string> = { 'Content-Type': 'text/xml' },
  ): Handler =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

/** How a stand-in answers what is asked in the name of a key. */
export const handlers = {
  well: answer(200, settingsAnswer()),
  'in pieces': (_request, response) => {
    response.writeHead(200);
    for (const byte of Buffer.from(settingsAnswer())) response.write(Buffer.from([byte]));
    response.end();
  },
  'slow header': () => {},
  'slow body': (_request, response) => {
    response.writeHead(200).write('<');
    const timer = setInterval(() => response.write(' '), 500);
    response.on('close', () => clearInterval(timer));
  },
  cut: (_request, response) => {
    response.writeHead(200, { 'Content-Length': '5000' });
    response.write(settingsAnswer().slice(0, 200), () => response.destroy());
  },
  huge: (_request, response) => {
    response.writeHead(200).write(settingsAnswer());
    const more = () => {
      while (response.write(' '.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
  'redirect elsewhere': answer(302, '', { Location: 'https://elsewhere.example/V4' }),
  'redirect in place': answer(307, '', { Location: '/V5/services' }),
  html: answer(200, '<!doctype html><html><body>Bienvenue</body></html>', { 'Content-Type': 'text/html' }),
  'entity bomb': answer(200, entityBomb()),
  'wrong encoding': answer(200, Buffer.from(settingsAnswer(), 'latin1')),
  'status 401': answer(401, ''),
  'status 403': answer(403, 'no'),
  'status 500': answer(500, soapFault),
  'status 503': answer(503, ''),
  'unauthorized as REST says it': answer(200, '{"title":"Unauthorized","detail":"Invalid credentials"}'),
  'other JSON': answer(200, '{"title":"Maintenance"}'),
  'SOAP fault': answer(200, soapFault),
  'unknown result': answer(200, settingsAnswer('02305')),
  'empty body': answer(200, ''),
  reset: (request) => request.socket.destroy(),
  'no HTTP': (request) => {
    request.socket.end('220 mail.example ESMTP\r\n');
  },
} as const satisfies Record<string, Handler>;

/** What the proxy does in place of leading on. */
export const proxyStatuses = {
  'proxy wants a login': 407,
  'proxy finds nobody': 502,
  'proxy answers 401': 401,
} as const;

export type Behaviour =
  | keyof typeof handlers
  | keyof typeof proxyStatuses
  | 'proxy says nothing'
  | 'certificate of another host'
  | 'certificate of nobody'
  | 'certificate that ended';
