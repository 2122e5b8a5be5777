import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import type { PracticeConsole } from '../../console/server.ts';
import type { BrowserName } from '../../setup/browsers.ts';
import { type LaunchSettings, removeExtension } from './launch.ts';
import type { Workspace } from './workspace.ts';

/** What a session runs. */
export interface Running {
  readonly practice: PracticeConsole;
  readonly workspace: Workspace;
  readonly launched: LaunchSettings;
  browser: Browser;
}

/** In milliseconds: a browser that takes longer to become as new is of no use to anybody. */
const patience = 20_000;
const left: Running[] = [];
let areLeft = false;

/**
 * From now on, and as long as this process runs, sessions leave their browsers to those that come after them. What is
 * left in the end, goes with the process.
 */
export function leaveBrowsers(): void {
  if (areLeft) return;
  areLeft = true;
  // So does vitest end its workers.
  process.once('SIGTERM', () => process.exit());
  process.once('exit', endLeft);
}

/** A browser that a session has left, with its home and its console, all as new but for the profile. */
export function takeLeft(name: BrowserName): Running | undefined {
  const at = left.findIndex(({ launched }) => launched.name === name);
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

/**
 * Leaves what a session ran to one that comes later.
 *
 * @returns whether it could be left, which a browser cannot that has ended, or no longer does as it is told
 */
export async function leave(running: Running): Promise<boolean> {
  const { browser, workspace, launched } = running;
  if (!areLeft || !launched.headless || workspace.installed || !browser.connected) return false;
  const removed = removeExtension(browser, launched.name).then(
    () => true,
    () => false,
  );
  if (!(await Promise.race([removed, sleep(patience)]))) return false;
  workspace.renew();
  left.push(running);
  return true;
}

/** Ends the programs and removes the files. */
export async function endRunning({ browser, practice, workspace }: Running): Promise<void> {
  await browser.close();
  await practice.close();
  workspace.remove();
}

/** All at once, as vitest leaves a worker half a second: another process removes the files. */
function endLeft(): void {
  for (const { browser } of left) browser.process()?.kill('SIGKILL');
  const remove = `for (const root of process.argv.slice(1))
    require('node:fs').rmSync(root, { recursive: true, force: true, maxRetries: 20 });`;
  const roots = left.map(({ workspace }) => workspace.root);
  spawn(process.execPath, ['-e', remove, ...roots], { detached: true, stdio: 'ignore' }).unref();
}
