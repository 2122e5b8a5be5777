import { describe, expect, it } from 'vitest';
import { mayBeConsole } from '../../../extension/capture/place.ts';
import { identify } from '../../../extension/messages/sender.ts';
import { consoleHosts } from '../../../shared/environment.ts';
import hosts from '../../vectors/hostile-hosts.json' with { type: 'json' };

/** Addresses that only look like a console's: other hosts, and other ways to write the host's name. */
const hostile = [
  ...hosts.map((host) => `https://${host}/`),
  ...Object.values(consoleHosts).flatMap((host) => [
    `http://${host}/`,
    `https://${host}:8443/`,
    `https://${host}@evil.example/`,
    `https://user:${host}@evil.example/`,
    `https://evil.example/${host}/`,
    `https://evil.example/?https://${host}/`,
    `https://evil.example/#https://${host}/`,
    `ftp://${host}/`,
  ]),
];

/** What may run the script: the hosts that the manifest names, as the browser compares them. */
const isMatched = ({ protocol, hostname }: URL) =>
  protocol === 'https:' && Object.values<string>(consoleHosts).includes(hostname.replace(/\.$/, ''));

const runsAt = (address: string, isTop: boolean) => {
  const location = new URL(address);
  return isMatched(location) && mayBeConsole({ isTop, location });
};

describe(`at ${hostile.length} hostile addresses`, () => {
  it.each(hostile)('%s nothing runs, in a page or in a frame', (address) => {
    expect(runsAt(address, true)).toBe(false);
    expect(runsAt(address, false)).toBe(false);
  });
});

/** A frame of a console: its own address, and the origin that the browser gives it. */
const console_ = `https://${consoleHosts.production}`;
const framings = {
  'same origin': { url: `${console_}/`, origin: console_ },
  sandboxed: { url: `${console_}/`, origin: 'null' },
  srcdoc: { url: 'about:srcdoc', origin: console_ },
  blank: { url: 'about:blank', origin: console_ },
  blob: { url: `blob:${console_}/5b0e3c0e`, origin: console_ },
  data: { url: 'data:text/html,x', origin: 'null' },
};

describe('in a frame', () => {
  const self = { id: 'extension', origin: 'chrome-extension://extension' };
  const tab = { id: 1 } as never;

  it.each(Object.entries(framings))(
    '%s: nothing runs, and nothing is taken from it',
    async (_, { url, origin }) => {
      expect(mayBeConsole({ isTop: false, location: new URL(url) })).toBe(false);
      for (const frameId of [1, 2, 77]) {
        expect(identify({ id: self.id, url, origin, frameId, tab }, self)).toBeUndefined();
      }
    },
  );

  it.each(hosts)('of %s: no message of any page is taken', (host) => {
    const url = `https://${host}/`;
    const { origin } = new URL(url);
    for (const frameId of [0, 1]) {
      expect(identify({ id: self.id, url, origin, frameId, tab }, self)).toBeUndefined();
    }
  });
});

it.each(Object.values(consoleHosts))('in the page of %s it runs', (host) => {
  expect(runsAt(`https://${host}/#/configuration`, true)).toBe(true);
});
