/**
 * The code of a system error, such as `EACCES`: safe to show, unlike its message. `UNKNOWN` is libuv's code for errors of
 * Windows that have no other.
 *
 * @throws the error itself where it is not a system error, as that is a bug
 */
export function errnoOf(error: unknown): string {
  if (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:E[A-Z0-9]+|UNKNOWN)$/.test(error.code)
  ) {
    return error.code;
  }
  throw error;
}

/** For a failure that may be ignored. @throws the error itself where it is not a system error, as that is a bug */
export function rethrowUnlessSystemError(error: unknown): void {
  errnoOf(error);
}
