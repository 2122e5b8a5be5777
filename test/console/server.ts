import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { AccessKeyJson } from '../../shared/access-key.ts';
import { consoleHosts, type Environment, environments } from '../../shared/environment.ts';
import { type ApiReply, answer } from './api.ts';
import { bundlePage } from './bundle.ts';
import { makeCertificate } from './certificate.ts';
import { chooseLanguage, documentFor, type PageScript } from './document.ts';
import { firstKeyPage, firstKeyPages, markups } from './first-key.ts';
import { KeyRegister, type Validity } from './key-register.ts';
import { randomMerchantId } from './random.ts';
import { isVariant, type Variant } from './variant.ts';

export interface ConsoleOptions {
  /** 0, the default, takes a free port. */
  port?: number;
  variant?: Variant;
  /** Of every key that is issued; random by default. */
  merchantId?: string;
  /** What hosts other than Payline's two get: `localhost`, look-alikes. Homologation by default. */
  otherHosts?: Environment;
  /** Keys of each environment that the list has beside the three of Payline's own description. */
  earlierKeys?: readonly Validity[] | undefined;
}

export interface PracticeConsole {
  readonly port: number;
  /** Of every key that is issued. */
  readonly merchantId: string;
  /** Every key issued by pressing "Créer", in order, in clear: what a test compares with. */
  readonly createdKeys: readonly AccessKeyJson[];
  /** Changes how the pop-up is built in pages loaded from now on. */
  setVariant(variant: Variant): void;
  /** Starts again for another, random merchant, with only these keys in its lists. */
  renew(earlierKeys?: readonly Validity[]): void;
  close(): Promise<void>;
}

/** The documents: address → the script that fills it. */
const scripts = new Map<string, PageScript>([
  ['/', 'console'],
  ['/signed-out', 'signed-out'],
  ['/framed', 'framed'],
]);

interface Content {
  status: number;
  type: string;
  text: string;
}

/**
 * Serves the practice console on loopback over HTTPS. The list of keys is at `/#/configuration/api-keys`;
 * `/registration?markup=table` and `/old` show a key in the page, as its first step or an old console does (see first-key.ts);
 * `/framed` embeds the console in a frame (see page/framed.ts). The host of a request decides the environment,
 * and an address may override language and variant: `/?lang=en&variant=late#/configuration/api-keys`.
 *
 * @throws Error `EADDRINUSE` where the port is taken
 */
export async function startConsole(options: ConsoleOptions = {}): Promise<PracticeConsole> {
  const [certificate, files] = await Promise.all([makeCertificate(), bundlePage()]);
  let shop = openShop(options);
  let chosenVariant = options.variant ?? 'material';

  async function respond(request: IncomingMessage): Promise<Content> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://localhost');
    const environment = environmentOfHost(request.headers.host) ?? options.otherHosts ?? 'homologation';
    const asked = searchParams.get('variant');
    const variant = isVariant(asked) ? asked : chosenVariant;
    const file = files.get(pathname);
    if (file) return { status: 200, ...file };
    const script = scripts.get(pathname);
    if (script) {
      const language = chooseLanguage(searchParams, request.headers['accept-language']);
      return html(documentFor(script, { language, environment, variant }));
    }
    const firstKey = firstKeyPages.find((page) => pathname === `/${page}`);
    if (firstKey) {
      const key = shop.registers[environment].create({ active: true, start: '2021-03-23', end: '' });
      shop.createdKeys.push(key);
      const markup = markups.find((known) => known === searchParams.get('markup')) ?? 'table';
      const language = chooseLanguage(searchParams, request.headers['accept-language']);
      return html(firstKeyPage(firstKey, markup, language, key));
    }
    const call = {
      method: request.method ?? 'GET',
      path: pathname,
      query: searchParams,
      body: parse(await text(request)),
    };
    return json(answer(shop.registers[environment], variant, (key) => shop.createdKeys.push(key), call));
  }

  const server = createServer(certificate, (request, response) => {
    respond(request).then(
      (content) => send(response, content),
      () => response.destroy(),
    );
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get merchantId() {
      return shop.merchantId;
    },
    get createdKeys() {
      return shop.createdKeys;
    },
    renew(earlierKeys) {
      shop = openShop({ earlierKeys });
    },
    setVariant(variant) {
      chosenVariant = variant;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What the console knows of one merchant. */
function openShop({ merchantId = randomMerchantId(), earlierKeys }: ConsoleOptions) {
  const createdKeys: AccessKeyJson[] = [];
  const registers = {
    homologation: new KeyRegister('homologation', merchantId, earlierKeys),
    production: new KeyRegister('production', merchantId, earlierKeys),
  };
  return { merchantId, createdKeys, registers };
}

function environmentOfHost(host = ''): Environment | undefined {
  return environments.find((environment) => consoleHosts[environment] === host.replace(/:\d+$/, ''));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function html(text: string): Content {
  return { status: 200, type: 'text/html', text };
}

function json({ status, body }: ApiReply): Content {
  return { status, type: 'application/json', text: body === undefined ? '' : JSON.stringify(body) };
}

function send(response: ServerResponse, { status, type, text }: Content): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-security-policy': "script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'self'",
    'content-type': `${type}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
