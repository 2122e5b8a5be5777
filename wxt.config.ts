import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { noticesFile, noticesFor } from './configurator/third-party-notices.ts';
import { consoleHosts } from './shared/environment.ts';
import { chromiumKey, geckoId } from './shared/extension-ids.ts';

const extensionPages = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Takes the one place out of Preact where markup is made from text: no window uses it, and whoever reviews the package
 * need not ask.
 *
 * @throws Error where Preact does it in another way than we know
 */
const withoutMarkupFromText: Plugin = {
  name: 'without-markup-from-text',
  transform(code, id) {
    if (!/[/\\]preact[/\\]dist[/\\]preact\.\w+$/.test(id)) return undefined;
    const rest = code.replace(/\(\w+\.innerHTML ?= ?\w+\.__html\)/, 'void 0');
    if (rest === code) throw new Error('preact sets innerHTML in a new way; look for it in its source');
    return { code: rest, map: null };
  },
};

/** Runs a content script as it is, without what WXT puts around it: a log of its own that a shipped build leaves empty. */
const scriptAsIs: Plugin = {
  name: 'script-as-is',
  transform(code, id) {
    if (id.endsWith('define-unlisted-script.mjs')) {
      return { code: 'export const defineUnlistedScript = (main) => ({ main });', map: null };
    }
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return undefined;
    const [script] = /^import definition from .*$/m.exec(code) ?? [];
    if (!script) throw new Error('WXT begins a script in a new way; look for it in its source');
    return { code: `${script}\ndefinition.main();`, map: null };
  },
};

/**
 * Leaves out what age needs for recipients of other kinds than ours, a third of the background: a colleague's recipient is
 * X25519 (`parseRecipient` refuses the rest), as is the host's, and so is this browser's own identity.
 */
const withoutOtherRecipients: Plugin = {
  name: 'without-other-recipients',
  enforce: 'pre',
  resolveId: (id) => (otherCurves.has(id) ? `\0${id}` : undefined),
  load: (id) => otherCurves.get(id.slice(1)),
};

const otherCurves = new Map([
  ['@noble/post-quantum/hybrid.js', 'export const MLKEM768P256 = {}, MLKEM768X25519 = {};'],
  ['@noble/curves/nist.js', 'export const p256 = {};'],
]);

/** The modules of which something was bundled, over all that WXT builds one after the other. */
const bundled = new Set<string>();

const noteBundled: Plugin = {
  name: 'note-bundled',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(file.modules)) {
        if (renderedLength > 0) bundled.add(id);
      }
    }
  },
};

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  manifestVersion: 3,
  // The sources are this repository, whole, tests and lock file included: `npm run zip:sources` takes them from git.
  zip: { zipSources: false },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // What waits must not be evicted when the disk is nearly full: hence unlimitedStorage, for a few kilobytes.
    // Scripting reaches no page by itself: it runs the content script in the consoles that a person adds.
    // Alarms: a key that waits is removed after its days, and a person is warned before.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms'],
    // Each is asked for when a person presses the button that needs it.
    optional_permissions: ['nativeMessaging', 'clipboardWrite'],
    optional_host_permissions: ['https://*/*'],
    // The consoles that the content script runs in, so that it also comes into tabs that were open before. For a frame, the browser
    // names the page around it only where it may be read.
    host_permissions: Object.values(consoleHosts).map((host) => `https://${host}/*`),
    // A private window promises to leave no trace; a key that waits is one.
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: extensionPages },
    content_scripts: [
      {
        matches: Object.values(consoleHosts).map((host) => `https://${host}/*`),
        js: ['console.js'],
        run_at: 'document_start',
        all_frames: true,
      },
    ],
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`])),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // X25519 in WebCrypto, which the device identity needs, came with Chromium 133.
        { key: chromiumKey, minimum_chrome_version: '133', externally_connectable: { ids: [] } }),
  }),
  hooks: {
    'build:done': ({ config }) =>
      writeFile(join(config.outDir, noticesFile), noticesFor(bundled, config.root)),
  },
  vite: () => ({
    plugins: [noteBundled, preact(), withoutMarkupFromText, withoutOtherRecipients, scriptAsIs],
    build: { modulePreload: { polyfill: false } },
  }),
});
