import type { Runtime } from 'webextension-polyfill';
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { addedConsoles, registerConsoles } from '../consoles/registration.ts';
import { acceptRelays } from '../host/relay.ts';
import { handlers } from '../messages/handlers.ts';
import { receive } from '../messages/receive.ts';
import { identify } from '../messages/sender.ts';
import { openWelcome } from '../messages/windows.ts';
import { recheckConsoles, startRounds } from '../notice/round.ts';
import { startAskedRounds } from '../outbox/asked.ts';
import { deviceIdentity } from '../outbox/identity.ts';
import { tidyIdentities } from '../outbox/outbox.ts';
import { restrictStorage } from '../storage.ts';

export default defineBackground(() => {
  void restrictStorage();
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void deviceIdentity();
    void registerConsoles();
    if (reason === 'install') void openWelcome();
  });
  browser.runtime.onStartup.addListener(() => void registerConsoles());
  for (const change of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    change.addListener(() => void registerConsoles().then(recheckConsoles));
  }
  browser.runtime.onMessage.addListener(async (message: unknown, sender: Runtime.MessageSender) =>
    receive(message, identify(sender, self, await addedConsoles()), handlers),
  );
  void tidyIdentities();
  startAskedRounds();
  startRounds();
  acceptRelays((sender) => identify(sender, self)?.kind === 'window');
});
