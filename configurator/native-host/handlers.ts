import { version } from '../../package.json';
import { loadRecipient, provenProtection } from '../machine/identity/identity.ts';
import type { Handlers } from './answer.ts';

/**
 * The handlers of the extension's requests. Only what `hello` needs is loaded at once: the formats and kits for the others
 * take longer to load than `hello` to answer. The first of the others cleans up after a crash.
 */
export function hostHandlers(): Handlers {
  let loading: ReturnType<typeof recoverAndLoad> | undefined;
  const requests = () => {
    loading ??= recoverAndLoad();
    return loading;
  };
  const rotation = () => requests().then(() => import('./rotation.ts'));
  const holdings = () => requests().then(() => import('./holdings.ts'));
  const shops = () => requests().then(() => import('./shops.ts'));
  return {
    hello: async ({ protection }) => ({
      version,
      recipient: await loadRecipient(),
      ...(protection && { protection: await provenProtection() }),
    }),
    projects: async (request) => (await holdings()).listForBrowser(request),
    plan: async (request) => (await requests()).planForBrowser(request),
    install: async (request) => (await requests()).installForBrowser(request),
    status: async (request) => (await requests()).statusForBrowser(request),
    undo: async (request) => (await requests()).undoForBrowser(request),
    verify: async (request) => (await rotation()).verifyForBrowser(request),
    rotate: async (request) => (await rotation()).rotateForBrowser(request),
    remaining: async (request) => (await rotation()).remainingForBrowser(request),
    finish: async (request) => (await rotation()).finishForBrowser(request),
    shops: async (request) => (await shops()).shopsForBrowser(request),
    entered: async (request) => (await shops()).enteredForBrowser(request),
    held: async (request) => (await holdings()).heldForBrowser(request),
  };
}

async function recoverAndLoad() {
  const { recover } = await import('../install/write/recover.ts');
  await recover();
  return import('./requests.ts');
}
