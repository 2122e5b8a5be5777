import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { changeDurably, openDatabase, resultOf } from './database.ts';

/** The extension's persistent storage: entries by name, out of reach of content scripts. */
interface Keeping {
  all(): Promise<Record<string, unknown>>;
  set(entries: Readonly<Record<string, unknown>>): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

/** The method of a storage area that the type package does not describe yet and Firefox does not have. */
interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

const isClosable = () => 'setAccessLevel' in browser.storage.local;

let keeping: Promise<Keeping> | undefined;

/**
 * By default content scripts can use `storage.local`, and a page may take over a content script. So access is
 * restricted before the first use. In a browser that cannot restrict it, the extension's own database is used instead.
 */
function kept(): Promise<Keeping> {
  keeping ??= beginKeeping();
  keeping.catch(() => {
    keeping = undefined;
  });
  return keeping;
}

async function beginKeeping(): Promise<Keeping> {
  const local: Closable = browser.storage.local as object;
  if (!local.setAccessLevel) return inDatabase();
  await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  return {
    all: () => browser.storage.local.get(null),
    set: (entries) => browser.storage.local.set(entries),
    remove: (names) => browser.storage.local.remove([...names]),
  };
}

/** Restricts the storage to the extension's own pages, before anything else uses it. */
export async function closeStorage(): Promise<void> {
  await kept();
}

const store = 'entries';
/** The name of the mark that the migration is done; no entry has this name. */
const moved = '';

async function inDatabase(): Promise<Keeping> {
  const database = await openDatabase('kept', store);
  await moveIn(database);
  const change = async (act: (entries: IDBObjectStore) => void) => {
    await changeDurably(database, store, async (entries) => act(entries));
    for (const tell of listeners) tell();
    channel().postMessage('changed');
  };
  return {
    all: () => allIn(database.transaction(store).objectStore(store)),
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

async function allIn(entries: IDBObjectStore): Promise<Record<string, unknown>> {
  const [names, values] = await Promise.all([
    resultOf<string[]>(entries.getAllKeys()),
    resultOf<unknown[]>(entries.getAll()),
  ]);
  return Object.fromEntries(names.map((name, at) => [name, values[at]]).filter(([name]) => name !== moved));
}

/** Moves the entries of an earlier version out of `storage.local`, only once: later ones could come from anybody. */
async function moveIn(database: IDBDatabase): Promise<void> {
  if ((await resultOf(database.transaction(store).objectStore(store).get(moved))) !== undefined) return;
  const before = await browser.storage.local.get(null);
  await changeDurably(database, store, async (entries) => {
    if ((await resultOf(entries.get(moved))) !== undefined) return;
    entries.put(true, moved);
    for (const [name, entry] of Object.entries(before)) entries.put(entry, name);
  });
  await browser.storage.local.clear();
}

/** Notifies the extension's other pages of a change in the database; a storage area does that by itself. */
const channel = () => {
  wire ??= new BroadcastChannel('kept');
  return wire;
};
let wire: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

/** Calls a listener at each change of the storage, in any page. @returns removes the listener */
export function onKept(listener: () => void): () => void {
  if (isClosable()) {
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
export async function entryOf(name: string): Promise<unknown> {
  return (await (await kept()).all())[name];
}

export async function storeEntry(name: string, entry: unknown): Promise<void> {
  await (await kept()).set({ [name]: entry });
}

export async function dropEntries(...names: readonly string[]): Promise<void> {
  await (await kept()).remove(names);
}

/** The entries whose names begin with a prefix. */
export async function entriesUnder(prefix: string): Promise<unknown[]> {
  return Object.entries(await (await kept()).all())
    .filter(([name]) => name.startsWith(prefix))
    .map(([, entry]) => entry);
}

/** As `entriesUnder`, without the entries that do not match the schema. */
export async function readableUnder<S extends v.GenericSchema>(
  prefix: string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  return (await entriesUnder(prefix))
    .map((entry) => v.safeParse(schema, entry))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.output);
}

/** Creates a queue for read-modify-write changes. They run one after another; a failed one does not stop the next. */
export function inTurn(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const next = last.then(change, change);
    last = next;
    return next;
  };
}
