/** Enough to keep several writes in the disk's queue, few enough to hold little in memory. */
const atOnce = 16;

/**
 * Maps like `Promise.all`, a few items at a time. After a failure no further item is started. Once all that were started
 * have ended, so that the caller can clean up, the error of the first failed item in the list is thrown.
 */
export async function mapBounded<T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const failures = new Map<number, unknown>();
  let next = 0;
  const work = async () => {
    while (next < items.length && failures.size === 0) {
      const index = next++;
      try {
        results[index] = await map(items[index] as T);
      } catch (error) {
        failures.set(index, error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
  return results;
}
