/** The folders of one browser on Linux or macOS, relative to `bases` of `locate.ts`. */
interface Folders {
  /** Any of them shows that the browser was used here. */
  readonly profiles: readonly string[];
  /** Where it looks for a host's manifest; several if its versions differ. */
  readonly hosts: readonly string[];
}

/** The folders and registry keys of one browser on Windows. */
interface Keys {
  readonly profiles: readonly string[];
  /** Keys under `HKEY_CURRENT_USER\Software`: forks that did not change Chromium's code read Chrome's. */
  readonly keys: readonly string[];
}

/** The words of `--browser`. */
export type BrowserName =
  | 'chrome'
  | 'chromium'
  | 'edge'
  | 'brave'
  | 'vivaldi'
  | 'opera'
  | 'firefox'
  | 'librewolf'
  | 'chrome-for-testing';

/** A browser that can start the native host. */
export interface Browser {
  readonly name: BrowserName;
  readonly title: string;
  readonly family: 'chromium' | 'firefox';
  readonly linux: Folders;
  readonly darwin: Folders;
  readonly win32: Keys;
  /** Its commands on Linux and applications on macOS, as an installed browser may never have been used. */
  readonly programs: { readonly linux: readonly string[]; readonly darwin: readonly string[] };
}

/**
 * Every browser that `cle connect` knows. Sources: the vendors' pages on native messaging, Chromium's
 * `chrome_paths.cc` and `launch_context_win.cc`, and reports of users of Opera, Vivaldi, Brave and LibreWolf, which read
 * Chrome's or Mozilla's own key.
 */
export const browsers: readonly Browser[] = [
  {
    name: 'chrome',
    title: 'Google Chrome',
    family: 'chromium',
    linux: chromium('{config}/google-chrome'),
    darwin: chromium('{config}/Google/Chrome'),
    win32: { profiles: ['{local}/Google/Chrome/User Data'], keys: ['Google\\Chrome'] },
    programs: { linux: ['google-chrome', 'google-chrome-stable'], darwin: ['Google Chrome'] },
  },
  {
    name: 'chromium',
    title: 'Chromium',
    family: 'chromium',
    linux: chromium('{config}/chromium'),
    darwin: chromium('{config}/Chromium'),
    win32: { profiles: ['{local}/Chromium/User Data'], keys: ['Chromium', 'Google\\Chrome'] },
    programs: { linux: ['chromium', 'chromium-browser'], darwin: ['Chromium'] },
  },
  {
    name: 'edge',
    title: 'Microsoft Edge',
    family: 'chromium',
    linux: chromium('{config}/microsoft-edge'),
    darwin: chromium('{config}/Microsoft Edge'),
    win32: { profiles: ['{local}/Microsoft/Edge/User Data'], keys: ['Microsoft\\Edge'] },
    programs: { linux: ['microsoft-edge', 'microsoft-edge-stable'], darwin: ['Microsoft Edge'] },
  },
  {
    name: 'brave',
    title: 'Brave',
    family: 'chromium',
    linux: chromium('{config}/BraveSoftware/Brave-Browser'),
    darwin: chromium('{config}/BraveSoftware/Brave-Browser'),
    win32: {
      profiles: ['{local}/BraveSoftware/Brave-Browser/User Data'],
      keys: ['BraveSoftware\\Brave-Browser', 'Google\\Chrome'],
    },
    programs: { linux: ['brave-browser', 'brave'], darwin: ['Brave Browser'] },
  },
  {
    name: 'vivaldi',
    title: 'Vivaldi',
    family: 'chromium',
    linux: chromium('{config}/vivaldi'),
    darwin: chromium('{config}/Vivaldi'),
    win32: { profiles: ['{local}/Vivaldi/User Data'], keys: ['Vivaldi', 'Google\\Chrome'] },
    programs: { linux: ['vivaldi', 'vivaldi-stable'], darwin: ['Vivaldi'] },
  },
  {
    name: 'opera',
    title: 'Opera',
    family: 'chromium',
    linux: chromium('{config}/opera'),
    darwin: chromium('{config}/com.operasoftware.Opera'),
    win32: { profiles: ['{roaming}/Opera Software/Opera Stable'], keys: ['Google\\Chrome'] },
    programs: { linux: ['opera'], darwin: ['Opera'] },
  },
  {
    name: 'firefox',
    title: 'Firefox',
    family: 'firefox',
    // Since Firefox 147 a new profile is in the configuration folder; the manifests' folder did not move.
    linux: {
      profiles: ['{home}/.mozilla/firefox', '{config}/mozilla/firefox'],
      hosts: ['{home}/.mozilla/native-messaging-hosts'],
    },
    darwin: { profiles: ['{config}/Firefox'], hosts: ['{config}/Mozilla/NativeMessagingHosts'] },
    win32: { profiles: ['{roaming}/Mozilla/Firefox'], keys: ['Mozilla'] },
    programs: { linux: ['firefox', 'firefox-esr'], darwin: ['Firefox'] },
  },
  {
    name: 'librewolf',
    title: 'LibreWolf',
    family: 'firefox',
    linux: {
      profiles: ['{home}/.librewolf', '{config}/librewolf'],
      hosts: ['{home}/.librewolf/native-messaging-hosts'],
    },
    darwin: { profiles: ['{config}/LibreWolf'], hosts: ['{config}/LibreWolf/NativeMessagingHosts'] },
    win32: { profiles: ['{roaming}/librewolf'], keys: ['Mozilla'] },
    programs: { linux: ['librewolf'], darwin: ['LibreWolf'] },
  },
  {
    name: 'chrome-for-testing',
    title: 'Google Chrome for Testing',
    family: 'chromium',
    linux: chromium('{config}/google-chrome-for-testing'),
    // Reports disagree on how the folder is spelt.
    darwin: chromium('{config}/Google/ChromeForTesting', '{config}/Google/Chrome for Testing'),
    win32: {
      profiles: ['{local}/Google/Chrome for Testing/User Data'],
      keys: ['Google\\ChromeForTesting', 'Google\\Chrome for Testing'],
    },
    programs: { linux: ['google-chrome-for-testing'], darwin: ['Google Chrome for Testing'] },
  },
];

function chromium(...profiles: readonly string[]): Folders {
  return { profiles, hosts: profiles.map((profile) => `${profile}/NativeMessagingHosts`) };
}
