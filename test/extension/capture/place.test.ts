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

const runsAt = (address: string, around: (string | undefined)[] = []) => {
  const location = new URL(address);
  return isMatched(location) && mayBeConsole({ location, origin: location.origin, around });
};

describe(`at ${hostile.length} hostile addresses`, () => {
  it.each(hostile)('%s nothing runs, in a page or in a frame', (address) => {
    expect(runsAt(address)).toBe(false);
    expect(runsAt(address, [console_])).toBe(false);
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

describe('in a frame of a console', () => {
  const self = { id: 'extension', origin: 'chrome-extension://extension' };
  const tab = { id: 1 } as never;

  it.each(Object.entries(framings))(
    '%s, in a foreign page: nothing runs, and nothing is taken from it',
    async (_, { url, origin }) => {
      for (const around of [[undefined], [console_, undefined], [undefined, console_]]) {
        expect(mayBeConsole({ location: new URL(url), origin, around })).toBe(false);
      }
      for (const frameId of [1, 2, 77]) {
        expect(identify({ id: self.id, url, origin, frameId, tab }, self)).toBeUndefined();
      }
    },
  );

  it('in a page of the same console it runs, in a sandbox or another page it does not', () => {
    const location = new URL(`${console_}/frame`);
    expect(mayBeConsole({ location, origin: console_, around: [console_, console_] })).toBe(true);
    expect(mayBeConsole({ location, origin: 'null', around: [console_] })).toBe(false);
    expect(mayBeConsole({ location, origin: console_, around: [`${console_}:8443`] })).toBe(false);
  });

  it.each(hosts)('of %s: no message of any page is taken', (host) => {
    const url = `https://${host}/`;
    const { origin } = new URL(url);
    for (const frameId of [0, 1]) {
      expect(identify({ id: self.id, url, origin, frameId, tab }, self)).toBeUndefined();
    }
  });
});

it.each(Object.values(consoleHosts))('in the page of %s it runs', (host) => {
  expect(runsAt(`https://${host}/#/configuration`)).toBe(true);
});
