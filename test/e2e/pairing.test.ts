import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '../../extension/ui/words.ts';
import { controlCode } from '../../shared/codes.ts';
import { filesBelow } from '../canary/files.ts';
import { findSecret } from '../canary/find-secret.ts';
import { oneBrowser } from './harness/browsers.ts';
import { mustCle } from './harness/cle.ts';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { gateHost, type HostGate } from './harness/host-gate.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { press } from './harness/windows.ts';

/** The recipient of an age identity that nobody here has. */
const thief = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

let session: Session;
afterEach(() => session.end());

/** The texts of the window, in either language. */
async function wordsOf(page: Page) {
  return words[(await page.evaluate(() => document.documentElement.lang)) === 'fr' ? 'fr' : 'en'];
}

async function createKey(): Promise<Page> {
  const consolePage = await ConsolePage.visit(session.browser);
  await consolePage.createKey();
  return (await DestinationWindow.opened(session.browser)).page;
}

/** The control code that the window shows. */
async function shownCode(page: Page): Promise<string> {
  const shown = await page.waitForFunction(
    () => /^\d{3}(?: \d{3}){5}$/.exec(document.querySelector('.code')?.textContent ?? '')?.[0],
  );
  return String(await shown.jsonValue());
}

const codeInTerminal = () =>
  (JSON.parse(mustCle(session.workspace, 'recipient', '--json')) as { controlCode: string }).controlCode;

/**
 * Replaces the host by a program that answers every `hello` with a recipient, answers nothing else, and stores
 * everything it receives.
 *
 * @returns the path of what it stores
 */
function steal(gate: HostGate, recipient: string): string {
  const loot = join(session.workspace.root, 'loot');
  const program = `
    const { appendFileSync, readSync, writeSync } = require("fs");
    const take = (length) => { const bytes = Buffer.alloc(length); let at = 0; while (at < length) { const more = readSync(0, bytes, at, length - at, null); if (!more) process.exit(); at += more; } return bytes; };
    for (;;) {
      const body = take(take(4).readUInt32LE());
      appendFileSync(process.argv[1], body + "\\n");
      const { id, type } = JSON.parse(body);
      const reply = type === "hello" ? { v: 1, id, ok: true, version: "9.9.9", recipient: process.argv[2] }
        : type === "projects" ? { v: 1, id, ok: true, projects: [{ id: "0".repeat(32), name: "shop", environments: ["homologation", "production"] }] }
        : { v: 1, id, ok: true };
      const text = Buffer.from(JSON.stringify(reply));
      const header = Buffer.alloc(4);
      header.writeUInt32LE(text.length);
      writeSync(1, Buffer.concat([header, text]));
    }`;
  gate.replace(`exec '${process.execPath}' -e '${program}' '${loot}' '${recipient}'`);
  return loot;
}

describe.each(oneBrowser('pairing'))('in %s', (name) => {
  it('both sides show the same code when they meet, until a person has compared them', async () => {
    session = await Session.start(name);
    const page = await createKey();
    const t = await wordsOf(page);
    expect(await shownCode(page)).toBe(codeInTerminal());
    expect(mustCle(session.workspace, 'connect', '--browser', name, '--yes')).toContain(codeInTerminal());
    await press(page, t.codesSame);
    await page.waitForSelector('input[name="project"]:checked');
    await page.waitForSelector('.code', { hidden: true });
    await installKey(session);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
  });
});

it('a program in the place of the host gets nothing, and the right one is taken again at once', async () => {
  session = await Session.start('chromium');
  const page = await createKey();
  const t = await wordsOf(page);
  await page.waitForSelector('input[name="project"]:checked');
  const gate = gateHost(session);
  const loot = steal(gate, thief);
  await page.reload();
  expect(await shownCode(page)).toBe(await controlCode(thief));
  expect(await shownCode(page)).not.toBe(codeInTerminal());
  const got = readFileSync(loot, 'utf8').trim().split('\n');
  expect(new Set(got.map((line) => (JSON.parse(line) as { type: string }).type))).toEqual(new Set(['hello']));

  await press(page, t.codesDiffer);
  await page.reload();
  expect(await shownCode(page)).toBe(await controlCode(thief));
  gate.openWithHost();
  await page.reload();
  expect(await shownCode(page)).toBe(codeInTerminal());
  await installKey(session);
  expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
});

it('a program that repeats the recipient of the host gets a key that it cannot open, and proves nothing', async () => {
  session = await Session.start('chromium');
  const page = await createKey();
  const t = await wordsOf(page);
  await page.waitForSelector('input[name="project"]:checked');
  const { recipient } = JSON.parse(mustCle(session.workspace, 'recipient', '--json')) as {
    recipient: string;
  };
  const gate = gateHost(session);
  const loot = steal(gate, recipient);
  await page.reload();
  await page.waitForSelector('input[name="project"]:checked');
  await press(page, t.showChanges);
  await page.waitForSelector('[role="alert"]');
  const { accessKey, authorization } = createdKey(session);
  expect(existsSync(loot)).toBe(true);
  for (const secret of [accessKey, authorization.replace('Basic ', '')])
    expect(findSecret(secret, filesBelow(session.workspace.root))).toEqual([]);

  gate.openWithHost();
  await page.reload();
  await installKey(session);
  expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf({ ...createdKey(session) })));
});

it('a host that was installed again is refused until its code was compared', async () => {
  session = await Session.start('chromium');
  const page = await createKey();
  const t = await wordsOf(page);
  await page.waitForSelector('input[name="project"]:checked');
  const before = codeInTerminal();
  mustCle(session.workspace, 'recipient', '--rotate');
  await page.reload();
  await page.waitForSelector('[role="alert"]');
  expect(await shownCode(page)).toBe(codeInTerminal());
  expect(codeInTerminal()).not.toBe(before);
  await press(page, t.codesSame);
  await page.waitForSelector('input[name="project"]:checked');
  await installKey(session);
  expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
});
