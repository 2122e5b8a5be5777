import type { AccessKey } from './access-key.ts';

/** The name of the age file that carries a key: `payline-<environment>-<reference>.age`. */
export function sealedFileName({ environment, reference }: AccessKey): string {
  // A reference is any printable ASCII; a file's name is not.
  const word = reference.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 64);
  return `payline-${environment}${word && `-${word}`}.age`;
}
