import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answers, Body, MessageType } from '../../extension/messages/table.ts';
import type { Receipt } from '../../shared/wire.ts';
import { times } from '../sample.ts';
import { ConsolePage } from './harness/console-page.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { createdKey } from './harness/install-key.ts';
import { Session } from './harness/session.ts';

// Chromium stops an extension's worker whenever it likes: while a key is being kept, and while the host is at work.
const captures = times(140, 6);
const installations = times(60, 3);
/** In milliseconds: for the answer of a worker that may have been stopped, and for what must come in the end. */
const [patience, greatPatience] = [8_000, 120_000];

let session: Session;
let page: Page;
beforeAll(async () => {
  session = await Session.start('chromium');
  await (await ConsolePage.visit(session.browser)).createKey();
  page = (await DestinationWindow.opened(session.browser)).page;
});
afterAll(() => session.end());

type Told<T extends MessageType> = { ok: true; value: Answers[T] } | { ok: false; code: string };

/** Asks the background as the window does; `undefined` where it was stopped before it answered. */
async function ask<T extends MessageType>(type: T, body: Body<T>): Promise<Answers[T] | undefined> {
  const answer = page.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
      return chrome.runtime.sendMessage(message).catch(() => undefined);
    },
    { type, ...body },
  ) as Promise<Told<T> | undefined>;
  const told = await Promise.race([answer, sleep(patience)]);
  return told?.ok ? told.value : undefined;
}

async function stopWorker(): Promise<void> {
  const target = session.browser.targets().find((each) => each.type() === 'service_worker');
  await (await target?.worker())?.close().catch(() => {});
}

/** Asks until there is an answer. */
async function surely<T extends MessageType>(type: T, body: Body<T>): Promise<Answers[T]> {
  for (const end = Date.now() + greatPatience; Date.now() < end; await sleep(50)) {
    const value = await ask(type, body);
    if (value) return value;
  }
  throw new Error(`the background does not answer ${type}`);
}

it(`no key is lost or doubled by ${captures} ends of the worker while keys are kept`, async () => {
  const visit = await ConsolePage.visit(session.browser);
  const wanted = session.practice.createdKeys.map(({ reference }) => reference);
  for (let at = 0; at < captures; at++) {
    // The worker ends from 60 ms before the pop-up comes until long after the key was kept.
    const ending = sleep(Math.random() * 500).then(stopWorker);
    await visit.createKey();
    await ending;
    wanted.push(createdKey(session).reference);
    await kept(createdKey(session).reference);
    // A pop-up whose key is kept closes at the first press.
    await visit.pressClose();
    await visit.closed();
  }
  const { waiting } = await surely('outbox', {});
  expect(waiting.map(({ key }) => key.reference).toSorted()).toEqual(wanted.toSorted());
});

it(`no key is lost, doubled or falsely said to be in place by ${installations} ends of the worker while the host works`, async () => {
  const { waiting } = await surely('outbox', {});
  const [{ id: project } = { id: '' }] = (await surely('projects', {})).projects;
  for (const { captureId, key } of waiting.slice(0, installations)) {
    const receipt = await installThroughEnds(captureId, project);
    expect(receipt.key.fingerprint).toBe(key.fingerprint);
    const created = session.practice.createdKeys.find(({ reference }) => reference === key.reference);
    const text = readFileSync(join(session.workspace.project, '.env'), 'utf8');
    expect(text, '“in place” was said of a key that is not in its file').toContain(created?.accessKey);
  }
  const journal = readFileSync(join(session.workspace.home, 'cle-en-main/journal.jsonl'), 'utf8');
  const installed = journal
    .split('\n')
    .flatMap((line) => (line ? [(JSON.parse(line) as Receipt).captureId] : []));
  expect(installed.toSorted()).toEqual([...new Set(installed)].toSorted());
  const left = (await surely('outbox', {})).waiting.map((each) => each.captureId);
  expect(left.toSorted()).toEqual(
    waiting
      .slice(installations)
      .map((each) => each.captureId)
      .toSorted(),
  );
});

/** The page keeps asking until its key is kept. */
async function kept(reference: string): Promise<void> {
  for (const end = Date.now() + greatPatience; Date.now() < end; await sleep(50)) {
    const { waiting } = await surely('outbox', {});
    if (waiting.some(({ key }) => key.reference === reference)) return;
  }
  throw new Error('the key was not kept in two minutes');
}

/** Installs as the window does: asks what became of it where the answer was lost, and begins anew where nothing did. */
async function installThroughEnds(captureId: string, project: string): Promise<Receipt> {
  for (let tries = 0; tries < 20; tries++) {
    const { plan } = await surely('plan', { captureId, project });
    const order = { captureId, project, digest: plan.digest, files: plan.targets.map(({ file }) => file) };
    const ending = tries < 3 ? sleep(Math.random() * 250).then(stopWorker) : undefined;
    const installed = await ask('install', order);
    await ending;
    const receipt = installed?.receipt ?? (await surely('recall', { captureId })).receipt;
    if (receipt) return receipt;
  }
  throw new Error('the key did not come into place in twenty tries');
}
