const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Somebody asked us to end. */
export class Interruption extends Error {
  /** The exit status that tells so. */
  readonly status: number;

  constructor(signal: keyof typeof statuses) {
    super(`ended by ${signal}`);
    this.status = statuses[signal];
  }
}

/**
 * Does something unless a signal ends it: whoever awaits this can then stop what was started.
 *
 * @throws Interruption where a signal came first
 */
export function unlessInterrupted<T>(work: Promise<T>): Promise<T> {
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of Object.keys(statuses) as (keyof typeof statuses)[]) {
      process.on(signal, () => reject(new Interruption(signal)));
    }
  });
  return Promise.race([work, interrupted]);
}
