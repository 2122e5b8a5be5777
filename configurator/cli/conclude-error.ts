import { Refusal } from '../../shared/refusal.ts';
import type { Params } from '../../shared/wording.ts';
import { Cancelled, FoundWrong, UsageError, WantsAttention } from './errors.ts';
import { type AllMessages, say } from './messages.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** The exit statuses, besides 0 for done. */
const statuses = { bug: 1, usage: 2, refused: 3, attention: 4, cancelled: 130 } as const;

/** A refusal after which some file may be changed. */
const notUndone: keyof AllMessages = 'write-unfinished';

interface Conclusion {
  readonly status: number;
  /** A message's code, or `usage`, or `cancelled`. */
  readonly code: string;
  readonly params: Params;
  readonly message: string;
  /** The next step. */
  readonly next: string;
}

/**
 * Reports the error of a command on standard error, or as JSON on standard output.
 *
 * @returns the exit status
 */
export function concludeError(error: unknown, json: boolean, terminal: Terminal): number {
  const conclusion = conclude(error, terminal);
  const { status, code, params, message, next } = conclusion;
  const found = error instanceof FoundWrong ? error.found : {};
  if (json) terminal.print(JSON.stringify({ ok: false, code, params, message, next, ...found }));
  else for (const line of [message, next]) terminal.complain(line);
  if (status === statuses.bug && !json) complainOfBug(error, terminal);
  return status;
}

function conclude(error: unknown, { language }: Terminal): Conclusion {
  if (error instanceof UsageError) {
    const { message, next } = error;
    return { status: statuses.usage, code: 'usage', params: {}, message, next };
  }
  if (error instanceof Cancelled) {
    const [message, next] = [tell('cancelled', language), tell('cancelled-next', language)];
    return { status: statuses.cancelled, code: 'cancelled', params: {}, message, next };
  }
  const { code, params } = error instanceof Refusal ? error : new Refusal('internal');
  const { what: message, next } = say(code, params, language);
  return { status: statusOf(error, code), code, params, message, next };
}

function statusOf(error: unknown, code: string): number {
  if (error instanceof WantsAttention) return statuses.attention;
  return code === 'internal' || code === notUndone ? statuses.bug : statuses.refused;
}

/** Prints where a bug happened. Its message may contain a file's text, so only the places in our code are printed. */
function complainOfBug(error: unknown, { complain }: Terminal): void {
  if (!(error instanceof Error) || error instanceof Refusal) return;
  const places = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? [];
  for (const line of [error.name, ...places]) complain(line);
}
