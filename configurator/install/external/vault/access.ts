import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { createSecureContext } from 'node:tls';
import { Refusal } from '../../../../shared/refusal.ts';
import { codeOf, type TlsChoice } from '../../../machine/connection.ts';
import { rethrowUnlessSystemError } from '../../../machine/system-error.ts';
import { vaultOrigin } from '../../../project/parse-external.ts';
import { type VaultTarget, vaultVariable } from '../../../project/project.ts';

/** What a request needs beside its place. Holds secrets: never print it. */
export interface VaultAccess {
  /** Where the server is: an origin. */
  readonly address: string;
  /** The origins to which it may redirect, beside its own. */
  readonly nodes: readonly string[];
  readonly token: string;
  readonly namespace: string | undefined;
  readonly tls: TlsChoice;
  /** Where a variable of Vault's own names one; else the system's is taken. */
  readonly proxy: string | undefined;
  /** In milliseconds, for one request with everything that belongs to it: its redirection, and trying again. */
  readonly longest: number;
}

interface Variable {
  /** Its whole name, for a message. */
  readonly name: string;
  readonly value: string;
}

/** Reads a variable by the name that the `vault` command gives it, then by that of `bao`. Empty is as good as not set. */
function variable(word: string): Variable | undefined {
  for (const name of [`VAULT_${word}`, `BAO_${word}`]) {
    const value = env[name];
    if (value) return { name, value };
  }
  return undefined;
}

/**
 * Reads what the environment says of how to reach a Vault, as the `vault` and `bao` commands read it: `api/client.go`
 * (`ReadEnvironment`, `configureTLS`) of HashiCorp Vault (commit 003c0000) and of OpenBao 2.6.2. Where they differ from us: no address
 * is taken for granted, what is not encrypted is for this machine only, and the check of certificates cannot be left out.
 *
 * @throws Refusal `vault-token-missing`, `vault-authority`, `vault-variable`, `vault-skip-verify`
 */
export function vaultAccess(target: VaultTarget): VaultAccess {
  refuseSkippedCheck();
  const address = target.address ?? namedAddress();
  const token = variable('TOKEN')?.value ?? tokenFile();
  // What is no visible ASCII could not stand in a header.
  if (!token || !/^[\x21-\x7e]+$/.test(token)) throw new Refusal('vault-token-missing', { address });
  return {
    address,
    nodes: target.nodes,
    token,
    namespace: target.namespace ?? variable('NAMESPACE')?.value,
    tls: tlsChoice(),
    proxy: (variable('PROXY_ADDR') ?? variable('HTTP_PROXY'))?.value,
    longest: timeLimit(),
  };
}

function namedAddress(): string {
  const named = variable('ADDR');
  const origin = named && vaultOrigin(named.value);
  if (origin !== undefined) return origin;
  throw unusable(named?.name ?? vaultVariable, named ? 'https://host:8200' : 'not set');
}

/** As Go's `strconv.ParseBool` reads it; what that does not read, `vault` refuses too. */
function refuseSkippedCheck(): void {
  const found = variable('SKIP_VERIFY');
  if (found && !/^(0|f|F|false|FALSE|False)$/.test(found.value)) {
    throw new Refusal('vault-skip-verify', { name: found.name });
  }
}

function tokenFile(): string | undefined {
  try {
    return readFileSync(join(homedir(), '.vault-token'), 'utf8').trim();
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

function tlsChoice(): TlsChoice {
  const ca = authorities();
  const pair = clientPair();
  const servername = variable('TLS_SERVER_NAME')?.value;
  return { ...(ca && { ca }), ...pair, ...(servername !== undefined && { servername }) };
}

/** The first of the three that is set takes the place of the authorities that the system knows. */
function authorities(): string[] | undefined {
  const file = variable('CACERT');
  if (file) return [readAuthority(file.value)];
  const bytes = variable('CACERT_BYTES');
  if (bytes) return [bytes.value];
  const folder = variable('CAPATH');
  return folder && readFolder(folder);
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal('vault-authority', { file, reason: codeOf(error) });
  }
}

/** Every file in the folder and below it. */
function readFolder({ name, value }: Variable): string[] {
  try {
    return readdirSync(value, { recursive: true, encoding: 'utf8' })
      .map((file) => join(value, file))
      .filter((file) => statSync(file).isFile())
      .map(readAuthority);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unusable(name, codeOf(error));
  }
}

/** The certificate by which this end proves itself, where the server asks for one. */
function clientPair(): Pick<TlsChoice, 'cert' | 'key'> {
  const [cert, key] = [variable('CLIENT_CERT'), variable('CLIENT_KEY')];
  if (!cert && !key) return {};
  if (!cert || !key) {
    const { name } = cert ?? key ?? { name: '' };
    throw unusable(name, cert ? 'VAULT_CLIENT_KEY' : 'VAULT_CLIENT_CERT');
  }
  const pair = { cert: readPem(cert), key: readPem(key) };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw unusable(`${cert.name}, ${key.name}`, codeOf(error));
  }
  return pair;
}

function readPem({ name, value }: Variable): string {
  try {
    return readFileSync(value, 'utf8');
  } catch (error) {
    throw unusable(name, codeOf(error));
  }
}

const usualLimit = 10_000;
const longestLimit = 60_000;

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Seconds, or a duration as Go writes it, such as `1m30s`; a minute at the most. */
function timeLimit(): number {
  const named = variable('CLIENT_TIMEOUT');
  if (!named) return usualLimit;
  const { name, value } = named;
  const text = /^\d+$/.test(value) ? `${value}s` : value;
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) throw unusable(name, '30s');
  const parts = [...text.matchAll(/([\d.]+)(ms|s|m|h)/g)];
  const total = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0), 0);
  return total === 0 ? usualLimit : Math.min(total, longestLimit);
}

function unusable(name: string, reason: string): Refusal {
  return new Refusal('vault-variable', { name, reason });
}
