import { UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** @throws UsageError where no key is named, and there is nobody to ask for one */
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
 * @param source of the key: with it on standard input there is none left for an answer
 * @throws UsageError where nobody can confirm
 */
export function requirePerson(next: Next, { interactive, language }: Terminal, source?: string): void {
  if (interactive && source !== '-') return;
  throw new UsageError(tell('confirmation-needed', language), tell(next, language));
}
