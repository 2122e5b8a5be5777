import { describe, expect, it } from 'vitest';
import { identify } from '../../../extension/messages/sender.ts';

const self = { id: 'us', origin: 'chrome-extension://us' };
const tab = { id: 7 } as never;
const page = 'https://homologation-admin.payline.com';
const console = { id: 'us', origin: page, url: `${page}/#/configuration/api-keys`, frameId: 0, tab };

describe('identify', () => {
  it('knows the consoles by their origin, each with its environment', () => {
    expect(identify(console, self)).toEqual({ kind: 'console', environment: 'homologation', origin: page });
    const production = { ...console, origin: 'https://admin.payline.com', url: 'https://admin.payline.com/' };
    expect(identify(production, self)).toEqual({
      kind: 'console',
      environment: 'production',
      origin: 'https://admin.payline.com',
    });
  });

  it('knows a console that a person added, with the environment that they named', () => {
    const host = 'paiement.exemple.fr';
    const other = { ...console, origin: `https://${host}`, url: `https://${host}/` };
    expect(identify(other, self, [{ host, environment: 'production' }])).toEqual({
      kind: 'console',
      environment: 'production',
      origin: `https://${host}`,
    });
    expect(identify(other, self)).toBeUndefined();
  });

  it('knows a frame of a console in a page of that very console', () => {
    const framed = { ...console, frameId: 3, tab: { id: 7, url: `${page}/portal` } as never };
    expect(identify(framed, self)).toEqual({ kind: 'console', environment: 'homologation', origin: page });
  });

  it('knows the windows of the extension itself', () => {
    const window = { id: 'us', origin: self.origin, url: `${self.origin}/destination.html`, frameId: 0, tab };
    expect(identify(window, self)).toEqual({ kind: 'window' });
  });

  it.each([
    ['another extension', { id: 'them' }],
    ['a frame in a page that is not named', { frameId: 3 }],
    ['a frame in a page of another site', { frameId: 3, tab: { id: 7, url: 'https://evil.example/' } }],
    ['a frame in the other console', { frameId: 3, tab: { id: 7, url: 'https://admin.payline.com/' } }],
    ['a frame in a page at another port', { frameId: 3, tab: { id: 7, url: `${page}:8443/` } }],
    ['no tab', { tab: undefined }],
    ['no origin', { origin: undefined }],
    ['an opaque origin', { origin: 'null' }],
    ['an address of another origin', { url: 'https://evil.example/' }],
    ['no address', { url: undefined }],
    ['a look-alike', { origin: `${page}.evil.example`, url: `${page}.evil.example/` }],
    ['a sub-domain', { origin: 'https://a.admin.payline.com', url: 'https://a.admin.payline.com/' }],
    ['another port', { origin: `${page}:8443`, url: `${page}:8443/` }],
    ['plain http', { origin: 'http://admin.payline.com', url: 'http://admin.payline.com/' }],
    [
      'another extension’s page',
      { origin: 'chrome-extension://them', url: 'chrome-extension://them/a.html' },
    ],
    ['a longer id', { origin: 'chrome-extension://us2', url: 'chrome-extension://us2/a.html' }],
  ])('does not know %s', (_, change) => {
    expect(identify({ ...console, ...change } as never, self)).toBeUndefined();
  });
});
