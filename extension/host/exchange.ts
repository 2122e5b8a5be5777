import browser from 'webextension-polyfill';
import { Refusal } from '../../shared/refusal.ts';
import { hostName } from '../../shared/wire.ts';
import { throughWindow } from './relay.ts';

/**
 * Names the reason why the browser could not reach the host, which it gives as a sentence only: Chromium's
 * `native_message_process_host.cc`, Firefox's `NativeMessaging.sys.mjs`.
 */
function failureCode(error: unknown) {
  const text = error instanceof Error ? error.message : '';
  if (/host not found|No such native application|not found/i.test(text)) return 'host-missing';
  if (/forbidden/i.test(text)) return 'caller-unknown';
  return 'host-stopped';
}

/** What the person grants when they connect: without it the browser lets nobody talk to the host. */
export const hostPermission = { permissions: ['nativeMessaging'] as ['nativeMessaging'] };

/**
 * Hands one frame to the host and gives what it answers.
 *
 * @throws Refusal `host-not-allowed`, `host-missing`, `caller-unknown`, `host-stopped`
 */
export async function exchange(frame: object): Promise<unknown> {
  if (!(await browser.permissions.contains(hostPermission))) throw new Refusal('host-not-allowed');
  return 'sendNativeMessage' in browser.runtime ? handToHost(frame) : throughWindow(frame);
}

/** As `exchange`, where the permission is known to be there. */
export async function handToHost(frame: object): Promise<unknown> {
  try {
    return await browser.runtime.sendNativeMessage(hostName, frame);
  } catch (error) {
    throw new Refusal(failureCode(error));
  }
}
