import { changeDurably, openDatabase, resultOf } from '../database.ts';
import { makeQueue, readEntry, storeEntry } from '../storage.ts';

const store = 'identity';
const name = 'device';
const prefix = 'identity-';
/** The database of the first versions, which had one permanent identity. */
const legacyDatabase = 'cle-en-main';
/** The storage entry that names the place of the current identity. */
const currentEntry = 'identity';

/** The Storage Buckets API, which TypeScript's library does not describe yet and Firefox does not have. */
interface Buckets {
  open(bucket: string): Promise<{ indexedDB: IDBFactory }>;
  keys(): Promise<string[]>;
  delete(bucket: string): Promise<void>;
}

/**
 * Each identity has a place of its own, which can be deleted with its files. In Firefox that is a database. In Chromium
 * all databases share one log, in which a deleted key stays for a long time, so there it is a storage bucket.
 */
const buckets = (navigator as { storageBuckets?: Buckets }).storageBuckets;

/** One call at a time: two concurrent first calls would create two identities. */
const enqueue = makeQueue();

/**
 * The identity that captures are sealed to, created at the first call. It is a non-extractable X25519 key, but the
 * browser stores it unencrypted in the profile: whoever copies the profile has it.
 */
export function deviceIdentity(): Promise<CryptoKey> {
  return enqueue(async () => identityIn((await currentPlace()) ?? (await newPlace())));
}

/** The older identities that still exist. */
export async function olderIdentities(): Promise<CryptoKey[]> {
  return Promise.all((await olderPlaces()).map(identityIn));
}

/** Makes a new identity the current one. The previous one stays until `dropOlderIdentities`. */
export async function renewIdentity(): Promise<void> {
  await enqueue(newPlace);
}

/** Deletes all identities except the current one: nothing sealed to them opens any more. */
export async function dropOlderIdentities(): Promise<void> {
  for (const older of await olderPlaces()) {
    await (isBucket(older) ? buckets?.delete(older) : resultOf(indexedDB.deleteDatabase(older)));
  }
}

const isBucket = (place: string) => buckets !== undefined && place !== legacyDatabase;

async function newPlace(): Promise<string> {
  const place = prefix + crypto.randomUUID();
  await identityIn(place);
  await storeEntry(currentEntry, place);
  return place;
}

async function currentPlace(): Promise<string | undefined> {
  const known = await readEntry(currentEntry);
  if (typeof known === 'string') return known;
  return (await places()).find((place) => place === legacyDatabase);
}

async function olderPlaces(): Promise<string[]> {
  const known = await currentPlace();
  return (await places()).filter((place) => place !== known);
}

async function places(): Promise<string[]> {
  const databases = (await indexedDB.databases()).map((database) => database.name ?? '');
  const all = [...databases, ...((await buckets?.keys()) ?? [])];
  return all.filter((place) => place === legacyDatabase || place.startsWith(prefix));
}

async function identityIn(place: string): Promise<CryptoKey> {
  const factory = isBucket(place) ? (await buckets?.open(place))?.indexedDB : indexedDB;
  const database = await openDatabase(place, store, factory);
  try {
    const entries = database.transaction(store).objectStore(store);
    return (await resultOf<CryptoKey | undefined>(entries.get(name))) ?? (await create(database));
  } finally {
    database.close();
  }
}

/** Stored durably first: nothing may be sealed to a key that a crash could still lose. */
async function create(database: IDBDatabase): Promise<CryptoKey> {
  const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  return changeDurably(database, store, async (entries) => {
    const other = await resultOf<CryptoKey | undefined>(entries.get(name));
    if (!other) entries.add(pair.privateKey, name);
    return other ?? pair.privateKey;
  });
}
