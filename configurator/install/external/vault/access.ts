import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { Refusal } from '../../../../shared/refusal.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../../machine/system-error.ts';
import type { VaultTarget } from '../../../project/project.ts';

/** What a request needs beside its place. Holds a secret: never print it. */
export interface VaultAccess {
  readonly token: string;
  readonly namespace: string | undefined;
  /** The authority that signed the server's certificate, where the system does not know it. */
  readonly authority: string | undefined;
}

/**
 * Reads the token and what else the environment says, by the names that the `vault` and `bao` commands read.
 *
 * @throws Refusal `vault-token-missing`, `vault-authority`
 */
export async function vaultAccess({ namespace, address }: VaultTarget): Promise<VaultAccess> {
  const named = (name: string) => env[`VAULT_${name}`] || env[`BAO_${name}`] || undefined;
  const token = named('TOKEN') ?? (await tokenFile());
  // What is no visible ASCII could not stand in a header.
  if (!token || !/^[\x21-\x7e]+$/.test(token)) throw new Refusal('vault-token-missing', { address });
  const authority = named('CACERT');
  return {
    token,
    namespace: namespace ?? named('NAMESPACE'),
    authority: authority === undefined ? undefined : await readAuthority(authority),
  };
}

async function tokenFile(): Promise<string | undefined> {
  try {
    return (await readFile(join(homedir(), '.vault-token'), 'utf8')).trim();
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

async function readAuthority(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Refusal('vault-authority', { file, reason: errnoOf(error) });
  }
}
