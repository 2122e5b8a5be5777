/**
 * Opens a database with one store. Only the extension's own pages can reach it: content scripts see the databases of
 * their page.
 */
export function openDatabase(name: string, store: string, factory = indexedDB): Promise<IDBDatabase> {
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  return resultOf(opening);
}

/** The result of a database request. */
export function resultOf<T>(pending: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    pending.onsuccess = () => resolve(pending.result);
    pending.onerror = () => reject(pending.error);
  });
}

/**
 * Runs a change as one transaction. Once this function returns, a crash does not undo it.
 *
 * @param change may only wait for requests of this transaction
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
