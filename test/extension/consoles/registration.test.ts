import { beforeEach, describe, expect, it, vi } from 'vitest';
import { environmentOfAdded } from '../../../extension/consoles/address.ts';
import {
  addedConsoles,
  leaveConsole,
  registerConsoles,
  watchConsole,
} from '../../../extension/consoles/registration.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

interface Script {
  readonly id: string;
}

/** The browser's own list of scripts, which refuses what real ones refuse: an id twice, or one that is not there. */
let registered: Script[];
const scripting = {
  getRegisteredContentScripts: async () => registered,
  registerContentScripts: async (scripts: Script[]) => {
    for (const { id } of scripts)
      if (registered.some((one) => one.id === id)) throw new Error('duplicate id');
    registered.push(...scripts);
  },
  unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
    for (const id of ids) if (!registered.some((one) => one.id === id)) throw new Error('unknown id');
    registered = registered.filter(({ id }) => !ids.includes(id));
  },
};

const added = { host: 'paiement.exemple.fr', environment: 'production' } as const;
const { permissions } = browser;

beforeEach(() => {
  registered = [];
  Object.assign(browser, { scripting });
  browser.reset();
  permissions.contains.mockImplementation(async () => true);
});

describe('watchConsole', () => {
  it('runs the console’s script in the whole of this host, its top page only, from the start', async () => {
    await watchConsole(added);
    expect(registered).toEqual([
      {
        id: added.host,
        js: ['console.js'],
        matches: ['https://paiement.exemple.fr/*'],
        runAt: 'document_start',
        allFrames: true,
      },
    ]);
    expect(await addedConsoles()).toEqual([added]);
  });

  it('refuses a host that the browser does not allow', async () => {
    permissions.contains.mockImplementation(async () => false);
    await expect(watchConsole(added)).rejects.toMatchObject({ code: 'console-not-allowed' });
    expect(await addedConsoles()).toEqual([]);
  });

  it.each([added.host, 'admin.payline.com', 'homologation-admin.payline.com'])(
    'refuses %s, whose environment is known already',
    async (host) => {
      await watchConsole(added);
      await expect(watchConsole({ host, environment: 'homologation' })).rejects.toMatchObject({
        code: 'console-known',
      });
      expect(await addedConsoles()).toEqual([added]);
    },
  );
});

describe('leaveConsole', () => {
  it('stops the script and gives the right back', async () => {
    await watchConsole(added);
    await leaveConsole(added.host);
    expect(registered).toEqual([]);
    expect(await addedConsoles()).toEqual([]);
    expect(permissions.remove).toHaveBeenCalledWith({ origins: ['https://paiement.exemple.fr/*'] });
  });
});

describe('registerConsoles', () => {
  it('brings back what an update of the extension took away, also where it is asked twice at once', async () => {
    await watchConsole(added);
    registered = [];
    await Promise.all([registerConsoles(), registerConsoles()]);
    expect(registered).toHaveLength(1);
  });

  it('leaves a console alone whose right was taken away, and watches it again once that is back', async () => {
    await watchConsole(added);
    permissions.contains.mockImplementation(async () => false);
    await registerConsoles();
    expect(registered).toEqual([]);
    expect(await addedConsoles()).toEqual([added]);
    permissions.contains.mockImplementation(async () => true);
    await registerConsoles();
    expect(registered).toMatchObject([{ id: added.host }]);
  });
});

describe('environmentOfAdded', () => {
  it('is that of the exact origin', () => {
    expect(environmentOfAdded('https://paiement.exemple.fr', [added])).toBe('production');
  });

  it.each([
    'http://paiement.exemple.fr',
    'https://paiement.exemple.fr:8443',
    'https://a.paiement.exemple.fr',
    'https://exemple.fr',
    'null',
  ])('is none for %s', (origin) => {
    expect(environmentOfAdded(origin, [added])).toBeUndefined();
  });
});
