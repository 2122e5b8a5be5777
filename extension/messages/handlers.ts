import { AccessKey } from '../../shared/access-key.ts';
import * as delivery from '../delivery/delivery.ts';
import * as outbox from '../outbox/outbox.ts';
import { openDestination } from '../windows/destination.ts';
import type { Handlers } from './receive.ts';
import type { Sender } from './sender.ts';
import type { Body } from './table.ts';

/** What each message makes the background do. */
export const handlers: Handlers = {
  seal,
  outbox: async () => ({ waiting: await outbox.waiting(), installed: await outbox.installed() }),
  projects: async () => ({ projects: await delivery.projects() }),
  plan: async ({ captureId, project }) => ({ plan: await delivery.plan(captureId, project) }),
  install: async ({ captureId, ...attempt }) => ({ receipt: await delivery.install(captureId, attempt) }),
  recall: async ({ captureId }) => ({ receipt: (await delivery.recall(captureId)) ?? null }),
  forget: async ({ captureId }) => {
    await outbox.forget(captureId);
    return {};
  },
  open: async () => {
    await openDestination();
    return {};
  },
};

/** Keeps the key that a console's page shows. It belongs to the environment of that page. */
async function seal(shown: Body<'seal'>, sender: Sender) {
  if (sender.kind !== 'console') throw new TypeError('only a console shows a key');
  const key = AccessKey.parse(shown, sender.environment);
  const { summary, isNew } = await outbox.keep(key);
  // The pop-up may close as soon as the key is kept: nobody waits for a window.
  if (isNew) void openDestination();
  return { masked: summary.masked, reference: summary.reference };
}
