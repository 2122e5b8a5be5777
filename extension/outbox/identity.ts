import { changeDurably, openDatabase, resultOf } from '../database.ts';
import { entryOf, inTurn, storeEntry } from '../storage.ts';

const store = 'identity';
const name = 'device';
const prefix = 'identity-';
/** The database of the first versions, which had one identity for good. */
const first = 'cle-en-main';
/** The entry that names the place of the current identity. */
const current = 'identity';

/** The part of the Storage API that the type library does not know yet, and Firefox does not have. */
interface Buckets {
  open(bucket: string): Promise<{ indexedDB: IDBFactory }>;
  keys(): Promise<string[]>;
  delete(bucket: string): Promise<void>;
}

/**
 * Each identity has a place of its own that is deleted whole, files and all. In Firefox that is a database; all databases of
 * Chromium share one log, in which a deleted key stays for long, so there it is a bucket.
 */
const buckets = (navigator as { storageBuckets?: Buckets }).storageBuckets;

/** One after another: two first calls at once would make two. */
const alone = inTurn();

/**
 * Gives the identity that captures are sealed to, made at the first call. It is an X25519 key that no script can read out,
 * this extension's own included. The browser keeps it in the profile, in the clear: whoever copies that has it.
 */
export function deviceIdentity(): Promise<CryptoKey> {
  return alone(async () => identityIn((await currentPlace()) ?? (await newPlace())));
}

/** The identities before the current one that are still there. */
export async function olderIdentities(): Promise<CryptoKey[]> {
  return Promise.all((await olderPlaces()).map(identityIn));
}

/** Makes another identity the current one. The one before stays, until it is dropped. */
export async function renewIdentity(): Promise<void> {
  await alone(newPlace);
}

/** Deletes all identities but the current one: nothing that was sealed to them opens any more. */
export async function dropOlderIdentities(): Promise<void> {
  for (const older of await olderPlaces()) {
    await (isBucket(older) ? buckets?.delete(older) : resultOf(indexedDB.deleteDatabase(older)));
  }
}

const isBucket = (place: string) => buckets !== undefined && place !== first;

async function newPlace(): Promise<string> {
  const place = prefix + crypto.randomUUID();
  await identityIn(place);
  await storeEntry(current, place);
  return place;
}

async function currentPlace(): Promise<string | undefined> {
  const known = await entryOf(current);
  if (typeof known === 'string') return known;
  return (await places()).find((place) => place === first);
}

async function olderPlaces(): Promise<string[]> {
  const known = await currentPlace();
  return (await places()).filter((place) => place !== known);
}

async function places(): Promise<string[]> {
  const databases = (await indexedDB.databases()).map((database) => database.name ?? '');
  const all = [...databases, ...((await buckets?.keys()) ?? [])];
  return all.filter((place) => place === first || place.startsWith(prefix));
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

/** Nothing may be sealed to a key that a crash could still take away. */
async function create(database: IDBDatabase): Promise<CryptoKey> {
  const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  return changeDurably(database, store, async (entries) => {
    const other = await resultOf<CryptoKey | undefined>(entries.get(name));
    if (!other) entries.add(pair.privateKey, name);
    return other ?? pair.privateKey;
  });
}
