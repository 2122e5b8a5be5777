/** A name for a file that lives only until it is renamed: recognisable, not to be guessed, and telling nothing. */
export function temporaryName(): string {
  // The global one: Node loads `node:crypto` longer than all else that the host needs to start.
  const random = crypto.getRandomValues(Buffer.alloc(12));
  return `.cle-${random.toString('hex')}.tmp`;
}

/** Says whether a name is one that `temporaryName` gives. */
export function isTemporaryName(name: string): boolean {
  return /^\.cle-[0-9a-f]{24}\.tmp$/.test(name);
}
