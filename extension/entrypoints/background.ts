import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { handlers } from '../messages/handlers.ts';
import { receive } from '../messages/receive.ts';
import { identify } from '../messages/sender.ts';
import { deviceIdentity } from '../outbox/identity.ts';

export default defineBackground(() => {
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
  browser.runtime.onInstalled.addListener(() => void deviceIdentity());
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    receive(message, identify(sender, self), handlers),
  );
});
