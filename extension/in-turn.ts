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
