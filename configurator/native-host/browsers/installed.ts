import type { connectionMessages } from '../messages.ts';
import { type Browser, type BrowserName, browsers } from './browsers.ts';
import { isInstalled, locate } from './locate.ts';
import type { Machine } from './machine.ts';

/** A sandbox in which a browser was found, and the message about it. */
interface Sandbox {
  readonly kind: 'snap' | 'flatpak';
  readonly code: Extract<keyof typeof connectionMessages, 'browser-snap' | 'browser-flatpak'>;
}

/** The browsers' names in Linux' two stores. */
const snaps: Partial<Record<BrowserName, string>> = {
  chromium: 'chromium',
  brave: 'brave',
  opera: 'opera',
  firefox: 'firefox',
};

const flatpaks: Partial<Record<BrowserName, string>> = {
  chrome: 'com.google.Chrome',
  chromium: 'org.chromium.Chromium',
  edge: 'com.microsoft.Edge',
  brave: 'com.brave.Browser',
  vivaldi: 'com.vivaldi.Vivaldi',
  opera: 'com.opera.Opera',
  firefox: 'org.mozilla.firefox',
  librewolf: 'io.gitlab.librewolf-community',
};

/**
 * The sandboxes in which a browser is installed beside, or instead of, its own package. Such a browser cannot start programs
 * itself. It asks one outside (xdg-native-messaging-proxy, or Ubuntu's portal), which reads the manifests in the folders of
 * the browser's own package, so we write them there too.
 */
export async function sandboxesOf({ name }: Browser, machine: Machine): Promise<Sandbox[]> {
  if (machine.system !== 'linux') return [];
  const found: Sandbox[] = [];
  const snap = snaps[name];
  const flatpak = flatpaks[name];
  if (snap && (await anyThere([`/snap/bin/${snap}`, `{home}/snap/${snap}`], machine))) {
    found.push({ kind: 'snap', code: 'browser-snap' });
  }
  if (flatpak && (await anyThere(foldersOfFlatpak(flatpak), machine))) {
    found.push({ kind: 'flatpak', code: 'browser-flatpak' });
  }
  return found;
}

function foldersOfFlatpak(id: string): string[] {
  return [`{home}/.var/app/${id}`, `/var/lib/flatpak/app/${id}`, `{home}/.local/share/flatpak/app/${id}`];
}

async function anyThere(places: readonly string[], machine: Machine): Promise<boolean> {
  const found = await Promise.all(places.map((place) => machine.files.exists(locate(place, machine))));
  return found.includes(true);
}

/** The browsers that this user has used or can start, including sandboxed ones. */
export async function findInstalled(machine: Machine): Promise<Browser[]> {
  const installed = await Promise.all(
    browsers.map(
      async (each) => (await isInstalled(each, machine)) || (await sandboxesOf(each, machine)).length > 0,
    ),
  );
  return browsers.filter((_, index) => installed[index]);
}
