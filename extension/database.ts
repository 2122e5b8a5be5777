/**
 * Opens a database of one store. It is the extension's own: scripts in a page, this extension's among them, reach those of
 * their page only.
 */
export function openDatabase(name: string, store: string, factory = indexedDB): Promise<IDBDatabase> {
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  return resultOf(opening);
}

/** What a request of a database gives. */
export function resultOf<T>(pending: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    pending.onsuccess = () => resolve(pending.result);
    pending.onerror = () => reject(pending.error);
  });
}

/**
 * Runs a change of a database as one transaction, which a crash does not take back once this has ended.
 *
 * @param change may wait for requests of this transaction only
 */
export async function changeDurably<T>(
  database: IDBDatabase,
  store: string,
  change: (entries: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  const isDone = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const [result] = await Promise.all([change(transaction.objectStore(store)), isDone]);
  return result;
}
