/**
 * The system's word for why a file operation failed, such as `EACCES`: safe to show, unlike the error's message. `UNKNOWN` is
 * libuv's word for every error of Windows that it has no other for.
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

/** For a failure that may be passed over. @throws the error itself where it is not a system error, as that is a bug */
export function rethrowUnlessSystemError(error: unknown): void {
  errnoOf(error);
}
