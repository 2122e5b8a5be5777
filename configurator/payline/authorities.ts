import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { rootCertificates } from 'node:tls';

/**
 * The authorities that may vouch for Payline. A native host is told by its launcher of those that the person's system adds
 * in `NODE_EXTRA_CA_CERTS`, as a company does whose proxy opens TLS; on the command line Node has read them itself.
 *
 * @returns certificates in PEM; `undefined`: those that Node knows
 */
export function authorities(): string[] | undefined {
  const file = env['CLE_AUTHORITIES'];
  if (!file) return undefined;
  try {
    return [...rootCertificates, readFileSync(file, 'utf8')];
  } catch {
    // As Node does with its own: who answers cannot prove who they are then, and that is said.
    return undefined;
  }
}
