import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { changeDurably, openDatabase, resultOf } from './database.ts';

/** Where the extension keeps what lasts: entries by their names, out of reach of scripts in pages. */
interface Keeping {
  all(): Promise<Record<string, unknown>>;
  set(entries: Readonly<Record<string, unknown>>): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

/** The part of a storage area that the type package does not know yet, and Firefox does not have. */
interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

const isClosable = () => 'setAccessLevel' in browser.storage.local;

let keeping: Promise<Keeping> | undefined;

/**
 * A content script may use `storage.local` as its extension does, and a page may take a content script over. So that
 * storage is closed to pages before anything is asked of it; where a browser cannot close it, a database of the
 * extension's own takes its place.
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

/** Closes the storage to scripts in pages; whoever uses it afterwards finds it closed. */
export async function closeStorage(): Promise<void> {
  await kept();
}

const store = 'entries';
/** Under no name that an entry has. */
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

/** Takes over what an earlier version left in the storage, once: what stands there later, anybody may have put there. */
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

/** Tells the other pages of the extension of a change; a storage area does that by itself. */
const channel = () => {
  wire ??= new BroadcastChannel('kept');
  return wire;
};
let wire: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

/** Calls a listener at each change of what is kept, wherever it is made. @returns ends that */
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

/** The entry of a name; `undefined` where there is none. */
export async function entryOf(name: string): Promise<unknown> {
  return (await (await kept()).all())[name];
}

export async function storeEntry(name: string, entry: unknown): Promise<void> {
  await (await kept()).set({ [name]: entry });
}

export async function dropEntries(...names: readonly string[]): Promise<void> {
  await (await kept()).remove(names);
}

/** What is kept under names that begin in a way: things of which there are many have one entry each. */
export async function entriesUnder(prefix: string): Promise<unknown[]> {
  return Object.entries(await (await kept()).all())
    .filter(([name]) => name.startsWith(prefix))
    .map(([, entry]) => entry);
}

/** As `entriesUnder`, of those that have a form; the others are passed over. */
export async function readableUnder<S extends v.GenericSchema>(
  prefix: string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  return (await entriesUnder(prefix))
    .map((entry) => v.safeParse(schema, entry))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.output);
}

/**
 * Makes a queue for changes that read what they then write over. What is handed to it runs one after another; one that
 * fails does not hold up the next.
 */
export function inTurn(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const next = last.then(change, change);
    last = next;
    return next;
  };
}
