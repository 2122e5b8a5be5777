import { randomBytes } from 'node:crypto';

/** A name for a file that lives only until it is renamed: recognisable, not to be guessed, and telling nothing. */
export function temporaryName(): string {
  return `.cle-${randomBytes(12).toString('hex')}.tmp`;
}

/** Says whether a name is one that `temporaryName` gives. */
export function isTemporaryName(name: string): boolean {
  return /^\.cle-[0-9a-f]{24}\.tmp$/.test(name);
}
