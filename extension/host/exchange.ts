import browser from 'webextension-polyfill';
import { Refusal } from '../../shared/refusal.ts';
import { hostName } from '../../shared/wire.ts';
import { sendThroughWindow } from './relay.ts';

/**
 * The code for the browser's reason why it could not reach the host. Browsers only give a sentence: see Chromium's
 * `native_message_process_host.cc` and Firefox's `NativeMessaging.sys.mjs`.
 */
function failureCode(error: unknown) {
  const text = error instanceof Error ? error.message : '';
  if (/host not found|No such native application|not found/i.test(text)) return 'host-missing';
  if (/forbidden/i.test(text)) return 'caller-unknown';
  return 'host-stopped';
}

/** The permission that the person grants when they connect. Without it, nothing in the extension can reach the host. */
export const hostPermission = { permissions: ['nativeMessaging'] as ['nativeMessaging'] };

/**
 * Sends one frame to the host and returns its answer.
 *
 * @throws Refusal `host-not-allowed`, `host-missing`, `caller-unknown`, `host-stopped`
 */
export async function exchange(frame: object): Promise<unknown> {
  if (!(await browser.permissions.contains(hostPermission))) throw new Refusal('host-not-allowed');
  return 'sendNativeMessage' in browser.runtime ? sendToHost(frame) : sendThroughWindow(frame);
}

/** As `exchange`, without checking the permission. */
export async function sendToHost(frame: object): Promise<unknown> {
  try {
    return await browser.runtime.sendNativeMessage(hostName, frame);
  } catch (error) {
    throw new Refusal(failureCode(error));
  }
}
