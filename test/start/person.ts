import { setTimeout as sleep } from 'node:timers/promises';
import { ConsolePage } from '../e2e/harness/console-page.ts';
import { shownChanges } from '../e2e/harness/destination-window.ts';
import { lookAtChanges } from '../e2e/harness/install-key.ts';
import type { Session } from '../e2e/harness/session.ts';
import { findExtensionWindow } from '../e2e/harness/windows.ts';
import { isInPlace } from './proof.ts';

type Say = (line: string) => void;

/** Plays the merchant: creates a key, chooses where it goes, closes the pop-up. */
export async function playPerson(session: Session, say: Say): Promise<void> {
  const { browser, workspace } = session;
  const consolePage = await ConsolePage.visit(browser);
  say('pressing “Créer” in the practice console');
  await consolePage.createKey();
  say('choosing the project in the window that the extension opened');
  const { destination, changes } = await lookAtChanges(session);
  sayChanges(changes, say);
  await consolePage.photograph(workspace, '1-key-created');
  await destination.photograph(workspace, '2-changes');
  say('pressing “Install”');
  await destination.install();
  await destination.inPlace();
  await destination.photograph(workspace, '3-in-place');
  say('pressing “Fermer”: the pop-up may close, the key is safe');
  await consolePage.pressClose();
  await consolePage.closed();
  await consolePage.photograph(workspace, '4-list');
}

/**
 * Opens the practice console and waits until the person has installed the key that they create.
 *
 * @throws Error where the browser is closed before
 */
export async function awaitPerson(session: Session, say: Say): Promise<void> {
  await ConsolePage.visit(session.browser);
  say('your turn, in the browser window:');
  say('  press “+”, then “Créer”; a window of Clé en main opens');
  say('  press “Show the changes”, look at them, press “Install”');
  say('  press “Fermer” in the console when you like');
  let shown = '';
  for (; !isInPlace(session); await sleep(200)) {
    if (!session.browser.connected) throw new Error('the browser was closed before the key was in place');
    const changes = await currentChanges(session);
    if (changes.length > 0 && changes.join() !== shown) sayChanges(changes, say);
    shown = changes.join() || shown;
  }
}

/** What the extension's window shows by now. The person may close it at any moment. */
async function currentChanges({ browser }: Session): Promise<string[]> {
  try {
    const page = await findExtensionWindow(browser, '/destination.html');
    return page ? await shownChanges(page) : [];
  } catch {
    return [];
  }
}

function sayChanges(changes: readonly string[], say: Say): void {
  say('what will change, secrets masked:');
  for (const line of changes) say(`    ${line}`);
}
