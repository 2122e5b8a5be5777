/** Identities in memory, in place of those in databases: `vi.mock('…/outbox/identity.ts', () => import('…/identity.ts'))`. */
const identities: CryptoKey[] = [];

async function create(): Promise<CryptoKey> {
  const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  identities.push(pair.privateKey);
  return pair.privateKey;
}

export const deviceIdentity = async (): Promise<CryptoKey> => identities.at(-1) ?? create();

export const olderIdentities = async (): Promise<CryptoKey[]> => identities.slice(0, -1);

export async function renewIdentity(): Promise<void> {
  await create();
}

export async function dropOlderIdentities(): Promise<void> {
  identities.splice(0, identities.length - 1);
}
