import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../console/certificate.ts';

export interface PageServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves saved pages on loopback over HTTPS, without any policy of their own.
 *
 * @param pageAt gives the text of the page at a path, for any host
 */
export async function servePages(pageAt: (path: string) => string | undefined): Promise<PageServer> {
  const server = createServer(await makeCertificate(), (request, response) => {
    const page = pageAt(new URL(request.url ?? '/', 'https://localhost').pathname);
    response.writeHead(page === undefined ? 404 : 200, {
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The same page, whose body comes some time after the rest, as an application draws it. */
export function drawnLater(html: string): string {
  const [, head = '', body = ''] = /^(.*<body>)(.*)<\/body>/s.exec(html) ?? [];
  const text = JSON.stringify(body).replaceAll('<', '\\u003c');
  return `${head}<script>
setTimeout(() => {
  const holder = document.createElement('div');
  holder.setHTMLUnsafe(${text});
  const scripts = [...holder.querySelectorAll('script')];
  document.body.append(...holder.childNodes);
  for (const script of scripts) {
    const live = document.createElement('script');
    live.textContent = script.textContent;
    script.replaceWith(live);
  }
}, 100);
</script></body></html>
`;
}
