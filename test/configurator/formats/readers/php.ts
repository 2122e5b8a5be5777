import { join } from 'node:path';
import { readBatch } from './batch.ts';

/** The state after a PHP file has run; texts are read as UTF-8. */
export interface PhpReading {
  readonly constants: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** For a closure, what it returns when called, or what it set in its container. */
  readonly returned: unknown;
  /** The constants and the properties of every class, as they are declared. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The values passed to CakePHP's `Configure`. */
  readonly configured: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, unknown>>;
  /** Its output, such as text outside of its tags. */
  readonly output: string;
}

const program = join(import.meta.dirname, 'read-php.php');

/** Runs each file with the real PHP, in a separate process; `undefined` if PHP does not run it. */
export function php(texts: readonly (string | Uint8Array)[]): (PhpReading | undefined)[] {
  return readBatch('php', [program], texts).map((left) =>
    left === null ? undefined : (unpack(left) as PhpReading),
  );
}

function unpack(part: unknown): unknown {
  if (typeof part === 'string') return Buffer.from(part, 'base64').toString('utf8');
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(unpack);
  return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, unpack(member)]));
}
