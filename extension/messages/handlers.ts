import { AccessKey } from '../../shared/access-key.ts';
import type { KeySummary } from '../../shared/wire.ts';
import { chosenLanguage } from '../chosen-language.ts';
import { addedConsoles, leaveConsole, watchConsole } from '../consoles/registration.ts';
import * as delivery from '../host/delivery.ts';
import {
  distrustHost,
  inspectHost,
  meetHost,
  setOnlyConfigurator,
  trustHost,
  uncomparedRecipient,
} from '../host/recipient.ts';
import { dayOf } from '../inventory/days.ts';
import * as inventory from '../inventory/inventory.ts';
import { rowOf } from '../inventory/whereabouts.ts';
import { noticeOf } from '../notice/notice.ts';
import { recheckConsoles } from '../notice/round.ts';
import { answerAsked, askAbout, askedKeys } from '../outbox/asked.ts';
import * as outbox from '../outbox/outbox.ts';
import * as rotation from '../rotation/rotation.ts';
import * as recipients from '../sending/recipients.ts';
import * as sending from '../sending/sending.ts';
import type { Handlers } from './receive.ts';
import type { Sender } from './sender.ts';
import type { Body } from './table.ts';
import { openDestination, openPaste, openRotation } from './windows.ts';

/** The background's handler for each message. */
export const handlers: Handlers = {
  seal: keepNewKey,
  'page-key': askAboutPageKey,
  asked: async () => ({ asked: await askedKeys() }),
  'answer-asked': async ({ askedId, isKept }) => {
    await answerAsked(askedId, isKept);
    return {};
  },
  'prove-asked': async ({ askedId }) => {
    await delivery.proveAsked(askedId);
    return {};
  },
  list: async ({ cells }, sender) => {
    await inventory.addListPage(consoleOf(sender).environment, cells);
    return {};
  },
  notice: async ({ state }) => noticeOf(state, await chosenLanguage()),
  take: keepShownKey,
  unreadable: async (_, sender) => {
    await openPaste(consoleOf(sender).environment);
    return {};
  },
  here: async () => {
    void recheckConsoles();
    return {};
  },
  'by-hand': async () => {
    await openPaste();
    return {};
  },
  keep: async ({ environment, ...pasted }) => {
    const { summary } = await outbox.keepOnRequest(AccessKey.parse(pasted, environment));
    return { masked: summary.masked };
  },
  outbox: async () => ({
    waiting: await outbox.waiting(),
    installed: await outbox.installed(),
    entered: await outbox.entered(),
  }),
  projects: async () => ({ projects: await delivery.projects() }),
  plan: async ({ captureId, project }) => ({ plan: await delivery.plan(captureId, project) }),
  install: async ({ captureId, ...attempt }) => ({ receipt: await delivery.install(captureId, attempt) }),
  shops: async ({ project }) => ({ shops: await delivery.shops(project) }),
  entered: async ({ captureId, ...said }) => ({ at: await delivery.entered(captureId, said) }),
  recall: async ({ captureId }) => ({ receipt: (await delivery.recall(captureId)) ?? null }),
  undo: async ({ captureId, project }) => ({ undone: await delivery.undo(captureId, project) }),
  holdings: async () => ({ holdings: await delivery.holdings() }),
  forget: async ({ captureId }) => {
    await outbox.forget(captureId);
    return {};
  },
  'keep-longer': async ({ captureId }) => {
    await outbox.keepLonger(captureId);
    return {};
  },
  inventories: async () => ({ inventories: await inventory.inventories() }),
  'dismiss-ending': async ({ environment, name }) => {
    await inventory.dismissEnding(environment, name);
    return {};
  },
  'forget-inventory': async ({ environment }) => {
    await inventory.forgetInventory(environment);
    return {};
  },
  name: async ({ captureId, label }) => {
    await outbox.nameCapture(captureId, label);
    return {};
  },
  open: async ({ captureId }) => {
    await openDestination(captureId, captureId ? 'begins anew' : 'stays');
    return {};
  },
  connection: async () => ({ connection: await meetHost() }),
  pairing: async () => ({ recipient: (await uncomparedRecipient()) ?? null }),
  guarded: async () => ({ guarded: await inspectHost() }),
  'choose-sole': chooseWhoOpens,
  compared: async ({ recipient, isSame }) => {
    await (isSame ? trustHost(recipient) : distrustHost(recipient));
    return {};
  },
  copy: async ({ captureId, field }) => ({ text: (await outbox.openKey(captureId)).reveal(field) }),
  recipients: async () => ({ recipients: await recipients.recipients() }),
  'keep-recipient': async (recipient) => {
    await recipients.keepRecipient(recipient);
    return {};
  },
  'drop-recipient': async ({ recipient }) => {
    await recipients.dropRecipient(recipient);
    return {};
  },
  sealings: async ({ captureId }) => ({ sealings: await sending.sealings(captureId) }),
  'seal-for-colleagues': async ({ captureId, recipients }) => ({
    file: await sending.sealForColleagues(captureId, recipients),
  }),
  'seal-for-passphrase': async ({ captureId }) => ({ file: await sending.sealForPassphrase(captureId) }),
  'seal-again': async ({ captureId, created }) => ({ file: await sending.sealAgain(captureId, created) }),
  rotations: async () => ({ rotations: await rotation.rotations() }),
  'open-rotation': async ({ place }) => {
    await openRotation(place);
    return {};
  },
  rotate: async (place) => ({ rotating: await rotation.rotate(place) }),
  prove: async ({ captureId, ...place }) => ({ pointsOfSale: await rotation.prove(place, captureId) }),
  remaining: async (place) => ({ remaining: await rotation.remaining(place) }),
  'finish-rotation': async ({ ends, ...place }) => {
    await rotation.finish(place, ends);
    return {};
  },
  consoles: async () => ({ consoles: await addedConsoles() }),
  'add-console': async (added) => {
    await watchConsole(added);
    return {};
  },
  'remove-console': async ({ host }) => {
    await leaveConsole(host);
    return {};
  },
};

/**
 * Chooses who can open stored keys: from now on only the configurator, also those already waiting; or this extension
 * too, only those kept later.
 */
async function chooseWhoOpens({ isOn }: Body<'choose-sole'>) {
  await setOnlyConfigurator(isOn);
  if (!isOn) return {};
  try {
    await outbox.sealAllAgain();
  } catch (error) {
    await setOnlyConfigurator(false);
    throw error;
  }
  return {};
}

/** Keeps a key from a console's page. The key belongs to the environment of that page. */
async function keepNewKey({ ends, ...shown }: Body<'seal'>, sender: Sender) {
  const { environment, origin } = consoleOf(sender);
  const key = AccessKey.parse(shown, environment);
  const { captureId, summary, isNew } = await outbox.keep(key, origin, dayOf(ends));
  // The pop-up may close as soon as the key is kept: nobody waits for a window.
  if (isNew) void openWindowFor(captureId, summary);
  return { masked: summary.masked, reference: summary.reference };
}

/** Asks the person about a key that a console's page shows without an Authorization. */
async function askAboutPageKey(shown: Body<'page-key'>, sender: Sender) {
  const { summary, isNew } = await askAbout(AccessKey.parse(shown, consoleOf(sender).environment));
  if (isNew) void openDestination();
  return { masked: summary.masked, reference: summary.reference };
}

/** Keeps, at the person's request, a key that a console shows again. */
async function keepShownKey({ ends, ...shown }: Body<'take'>, sender: Sender) {
  const { environment, origin } = consoleOf(sender);
  const key = AccessKey.parse(shown, environment);
  const { masked, reference } = key;
  const { keys } = await inventory.storedInventory(environment);
  const listed = rowOf({ environment, masked, reference, fingerprint: '' }, keys)?.end;
  const { captureId } = await outbox.keepOnRequest(key, { origin, ends: dayOf(ends) ?? listed });
  void openDestination(captureId);
  return {};
}

/** Opens the rotation window if the new key belongs to a rotation, or otherwise the window that asks where it goes. */
async function openWindowFor(captureId: string, key: KeySummary): Promise<void> {
  const rotationBegun = await rotation.rotationFor(key);
  await (rotationBegun ? openRotation(rotationBegun, 'beside') : openDestination(captureId));
}

function consoleOf(sender: Sender): Sender & { kind: 'console' } {
  if (sender.kind !== 'console') throw new TypeError('only a console shows keys');
  return sender;
}
