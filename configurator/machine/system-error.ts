/**
 * The system's word for why a file operation failed, such as `EACCES`: safe to show, unlike the error's message.
 *
 * @throws the error itself where it is none of the system's, as that is a bug
 */
export function errnoOf(error: unknown): string {
  if (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^E[A-Z0-9]+$/.test(error.code)
  ) {
    return error.code;
  }
  throw error;
}
