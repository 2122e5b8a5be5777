import { UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** @throws UsageError where there is no key source, and nobody to ask */
export function requireSource(source: string | undefined, { interactive, language }: Terminal): void {
  if (source !== undefined || interactive) return;
  throw new UsageError(tell('source-needed', language), tell('source-needed-next', language));
}

type Next = Extract<
  Parameters<typeof tell>[0],
  `confirmation-needed-${string}` | 'rotation-confirmation-next'
>;

/**
 * @param next what to do instead
 * @param source of the key: if it is standard input, that is not available for an answer
 * @throws UsageError where nobody can confirm
 */
export function requirePerson(next: Next, { interactive, language }: Terminal, source?: string): void {
  if (interactive && source !== '-') return;
  throw new UsageError(tell('confirmation-needed', language), tell(next, language));
}
