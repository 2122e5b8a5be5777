const database = 'cle-en-main';
const store = 'identity';
const name = 'device';

/**
 * Gives the identity that captures are sealed to, made at the first call. It is an X25519 key that never leaves the
 * browser's keeping: not even this extension can read it out.
 */
export async function deviceIdentity(): Promise<CryptoKey> {
  const db = await open();
  try {
    const known = await request<CryptoKey | undefined>(reading(db).get(name));
    return known ?? (await create(db));
  } finally {
    db.close();
  }
}

async function create(db: IDBDatabase): Promise<CryptoKey> {
  const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  // Strict: nothing may be sealed to a key that a crash could still take away.
  const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
  const isDone = done(transaction);
  const first = await request<CryptoKey | undefined>(transaction.objectStore(store).get(name));
  if (!first) transaction.objectStore(store).add(pair.privateKey, name);
  await isDone;
  return first ?? pair.privateKey;
}

const reading = (db: IDBDatabase) => db.transaction(store).objectStore(store);

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  return request(opening);
}

function request<T>(pending: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    pending.onsuccess = () => resolve(pending.result);
    pending.onerror = () => reject(pending.error);
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
