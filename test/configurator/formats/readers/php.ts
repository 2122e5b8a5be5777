import { join } from 'node:path';
import { readBatch } from './batch.ts';

/** What a PHP file leaves behind once it ran; texts are read as UTF-8. */
export interface PhpReading {
  readonly constants: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of a closure, what it gives when it is called, or what it told its container. */
  readonly returned: unknown;
  /** The constants and the properties of every class, as they are declared. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What CakePHP's `Configure` was told. */
  readonly configured: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, unknown>>;
  /** What it prints, such as what stands outside of its tags. */
  readonly output: string;
}

const program = join(import.meta.dirname, 'read-php.php');

/** Runs each file with the real PHP, in a process of its own; `undefined` where PHP does not run it. */
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
