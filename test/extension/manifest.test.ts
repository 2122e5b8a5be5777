import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleHosts } from '../../shared/environment.ts';
import { builtExtension } from '../e2e/harness/built.ts';

/** Warnings of libraries, which hold no value of ours. */
const librariesOwn = [
  /console\.warn\(`\$\{\w+\} API method doesn't seem/g,
  /console\.error\(`Failed to send onMessage rejected reply`/g,
  /console\.warn\(`The background's main\(\)/g,
];

function withoutLibraries(code: string): string {
  return librariesOwn.reduce((rest, pattern) => rest.replaceAll(pattern, ''), code);
}

describe.each(['chromium', 'firefox'] as const)('the extension built for %s', (name) => {
  const folder = builtExtension(name);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const textOf = (file: string) => withoutLibraries(readFileSync(join(folder, file), 'utf8'));
  const ending = (end: string) => files.filter((file) => file.endsWith(end));

  it('reads the two consoles of Payline and no other page', () => {
    const [script, ...more] = manifest.content_scripts;
    expect(
      script.matches.toSorted(),
      'another console is added by the person who has it, in the settings: take it out of wxt.config.ts',
    ).toEqual(
      Object.values(consoleHosts)
        .map((host) => `https://${host}/*`)
        .toSorted(),
    );
    expect(script.all_frames, 'a console may draw its pop-up in a frame of its own').toBe(true);
    expect(more, 'one script for both consoles is enough').toEqual([]);
    expect(manifest.host_permissions, 'the same two hosts, and no more').toEqual(script.matches);
  });

  it('requires only permissions that the browser does not warn of', () => {
    expect(
      manifest.permissions.toSorted(),
      'ask for a further permission on the click that needs it: optional_permissions in wxt.config.ts',
    ).toEqual(['alarms', 'scripting', 'storage', 'unlimitedStorage']);
  });

  it('asks for the rest one by one', () => {
    expect(
      manifest.optional_permissions.toSorted(),
      'a permission that may be asked for needs a button that asks, and its reason in wxt.config.ts',
    ).toEqual(['clipboardWrite', 'nativeMessaging']);
    expect(manifest.optional_host_permissions, 'a console that a person adds is read by https only').toEqual([
      'https://*/*',
    ]);
  });

  it('shows no file of its own to web pages, and hears none of them', () => {
    expect(
      manifest.web_accessible_resources,
      'a page could tell by it that the extension is there: put the file in a window instead',
    ).toBeUndefined();
    const { matches = [], ids = [] } = manifest.externally_connectable ?? {};
    expect([...matches, ...ids], 'no page and no other extension may send messages').toEqual([]);
    const listening = ending('.js').filter((file) =>
      /on(?:Message|Connect)External\.addListener/.test(textOf(file)),
    );
    expect(listening, 'listen to the extension itself only').toEqual([]);
  });

  it('has a content security policy that starts from nothing', () => {
    const { extension_pages: policy, ...others } = manifest.content_security_policy;
    expect(others, 'the pages of the extension are all there is').toEqual({});
    const allowed: string[] = policy.split('; ').filter((rule: string) => !rule.endsWith(" 'none'"));
    expect(policy, "begin with default-src 'none' and open what is needed").toContain("default-src 'none'");
    expect(allowed, "only the extension's own scripts, styles and pictures; no connection anywhere").toEqual([
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
    ]);
  });

  it('is not there in private windows', () => {
    expect(manifest.incognito, 'a private window promises to leave no trace').toBe('not_allowed');
  });

  it('brings all of its code along', () => {
    const remote = ending('.html').filter((file) => /(?:src|href)="(?!\/[^/])/.test(textOf(file)));
    expect(remote, 'scripts and styles come from the package, by an absolute path').toEqual([]);
    const inline = ending('.html').filter((file) =>
      /<script(?![^>]* src=)|<style| style=| on\w+=/.test(textOf(file)),
    );
    expect(inline, 'the policy forbids scripts and styles inside a page').toEqual([]);
    const loading = ending('.js').filter((file) =>
      /import\(\s*["'`]https?:|importScripts\(/.test(textOf(file)),
    );
    expect(loading, 'no script is loaded from elsewhere').toEqual([]);
  });

  it('makes no code from text, and no page from text', () => {
    const patterns =
      /\beval\(|\bnew Function\(|\bFunction\(["'`]|dangerouslySetInnerHTML:|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write\(/;
    const found = ending('.js').filter((file) => patterns.test(textOf(file)));
    expect(found, 'build nodes, and set textContent').toEqual([]);
  });

  it('speaks to nobody over the network', () => {
    const speaking = ending('.js').filter((file) =>
      /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|RTCPeerConnection/.test(textOf(file)),
    );
    expect(speaking, 'a key goes to the native host or stays: no network in the extension').toEqual([]);
  });

  it('logs nothing', () => {
    const logging = ending('.js').filter((file) =>
      /\bconsole\.(?:log|info|warn|error|debug)\(/.test(textOf(file)),
    );
    expect(logging, 'a log may be kept: say it to the person, in a window').toEqual([]);
  });
});
