import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { changeDurably, openDatabase, resultOf } from './database.ts';

/** The extension's persistent storage: entries by name, out of reach of content scripts. */
interface EntryStore {
  all(): Promise<Record<string, unknown>>;
  set(entries: Readonly<Record<string, unknown>>): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

/** The method of a storage area that the type package does not describe yet and Firefox does not have. */
interface RestrictableArea {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

const isRestrictable = () => 'setAccessLevel' in browser.storage.local;

let openedStore: Promise<EntryStore> | undefined;

/**
 * By default content scripts can use `storage.local`, and a page may take over a content script. So access is
 * restricted before the first use. In a browser that cannot restrict it, the extension's own database is used instead.
 */
function openStore(): Promise<EntryStore> {
  openedStore ??= chooseStore();
  openedStore.catch(() => {
    openedStore = undefined;
  });
  return openedStore;
}

async function chooseStore(): Promise<EntryStore> {
  const local: RestrictableArea = browser.storage.local as object;
  if (!local.setAccessLevel) return databaseStore();
  await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  return {
    all: () => browser.storage.local.get(null),
    set: (entries) => browser.storage.local.set(entries),
    remove: (names) => browser.storage.local.remove([...names]),
  };
}

/** Restricts the storage to the extension's own pages, before anything else uses it. */
export async function restrictStorage(): Promise<void> {
  await openStore();
}

const store = 'entries';
/** The name of the mark that the migration is done; no entry has this name. */
const migrationMark = '';

async function databaseStore(): Promise<EntryStore> {
  const database = await openDatabase('kept', store);
  await migrateEntries(database);
  const change = async (act: (entries: IDBObjectStore) => void) => {
    await changeDurably(database, store, async (entries) => act(entries));
    for (const tell of listeners) tell();
    channel().postMessage('changed');
  };
  return {
    all: () => allEntries(database.transaction(store).objectStore(store)),
    set: (changed) =>
      change((entries) => {
        for (const [name, entry] of Object.entries(changed)) entries.put(entry, name);
      }),
    remove: (names) =>
      change((entries) => {
        for (const name of names) entries.delete(name);
      }),
  };
}

async function allEntries(entries: IDBObjectStore): Promise<Record<string, unknown>> {
  const [names, values] = await Promise.all([
    resultOf<string[]>(entries.getAllKeys()),
    resultOf<unknown[]>(entries.getAll()),
  ]);
  return Object.fromEntries(
    names.map((name, at) => [name, values[at]]).filter(([name]) => name !== migrationMark),
  );
}

/** Moves the entries of an earlier version out of `storage.local`, only once: later ones could come from anybody. */
async function migrateEntries(database: IDBDatabase): Promise<void> {
  if ((await resultOf(database.transaction(store).objectStore(store).get(migrationMark))) !== undefined)
    return;
  const before = await browser.storage.local.get(null);
  await changeDurably(database, store, async (entries) => {
    if ((await resultOf(entries.get(migrationMark))) !== undefined) return;
    entries.put(true, migrationMark);
    for (const [name, entry] of Object.entries(before)) entries.put(entry, name);
  });
  await browser.storage.local.clear();
}

/** Notifies the extension's other pages of a change in the database; a storage area does that by itself. */
const channel = () => {
  sharedChannel ??= new BroadcastChannel('kept');
  return sharedChannel;
};
let sharedChannel: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

/** Calls a listener at each change of the storage, in any page. @returns removes the listener */
export function onStorageChange(listener: () => void): () => void {
  if (isRestrictable()) {
    browser.storage.local.onChanged.addListener(listener);
    return () => browser.storage.local.onChanged.removeListener(listener);
  }
  listeners.add(listener);
  channel().addEventListener('message', listener);
  return () => {
    listeners.delete(listener);
    channel().removeEventListener('message', listener);
  };
}

/** The entry with a name; `undefined` if there is none. */
export async function readEntry(name: string): Promise<unknown> {
  return (await (await openStore()).all())[name];
}

/** As `readEntry`; `undefined` also if the entry does not match the schema. */
export async function validEntry<S extends v.GenericSchema>(
  name: string,
  schema: S,
): Promise<v.InferOutput<S> | undefined> {
  const parsed = v.safeParse(schema, await readEntry(name));
  return parsed.success ? parsed.output : undefined;
}

export async function storeEntry(name: string, entry: unknown): Promise<void> {
  await (await openStore()).set({ [name]: entry });
}

export async function dropEntries(...names: readonly string[]): Promise<void> {
  await (await openStore()).remove(names);
}

/** The entries whose names begin with a prefix. */
export async function entriesUnder(prefix: string): Promise<unknown[]> {
  return Object.entries(await (await openStore()).all())
    .filter(([name]) => name.startsWith(prefix))
    .map(([, entry]) => entry);
}

/** As `entriesUnder`, without the entries that do not match the schema. */
export async function validEntriesUnder<S extends v.GenericSchema>(
  prefix: string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  return (await entriesUnder(prefix))
    .map((entry) => v.safeParse(schema, entry))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.output);
}

/** Creates a queue for read-modify-write changes. They run one after another; a failed one does not stop the next. */
export function makeQueue(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const next = last.then(change, change);
    last = next;
    return next;
  };
}
