/** The command was called in a way that it cannot be: nothing was done. */
export class UsageError extends Error {
  /** What to do instead. */
  readonly next: string;

  /** @param message what is wrong, in the person's language, as is `next` */
  constructor(message: string, next: string) {
    super(message);
    this.name = 'UsageError';
    this.next = next;
  }
}

/** The person said no. */
export class Cancelled extends Error {}
