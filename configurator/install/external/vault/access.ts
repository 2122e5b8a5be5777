import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { createSecureContext } from 'node:tls';
import { Refusal } from '../../../../shared/refusal.ts';
import { codeOf, type NamedProxy, type TlsChoice } from '../../../machine/connection.ts';
import { rethrowUnlessSystemError } from '../../../machine/system-error.ts';
import { vaultOrigin } from '../../../project/parse-external.ts';
import { type VaultTarget, vaultVariable } from '../../../project/project.ts';

/** What a request needs besides its path. It contains secrets: never print it. */
export interface VaultAccess {
  /** The server's origin. */
  readonly address: string;
  /** Other origins to which it may redirect. */
  readonly nodes: readonly string[];
  readonly token: string;
  readonly namespace: string | undefined;
  readonly tls: TlsChoice;
  /** From Vault's own variables; `undefined` for the system's proxy. */
  readonly proxy: NamedProxy | undefined;
  /** In milliseconds, for one request including its redirection and retries. */
  readonly longest: number;
}

interface Variable {
  /** Its whole name, for a message. */
  readonly name: string;
  readonly value: string;
}

/** Reads a variable by its name for the `vault` command, then by that for `bao`. An empty one counts as not set. */
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
  // A header can contain visible ASCII only.
  if (!token || !/^[\x21-\x7e]+$/.test(token)) throw new Refusal('vault-token-missing', { address });
  return {
    address,
    nodes: target.nodes,
    token,
    namespace: target.namespace ?? variable('NAMESPACE')?.value,
    tls: tlsChoice(),
    proxy: namedProxy(),
    longest: timeLimit(),
  };
}

function namedProxy(): NamedProxy | undefined {
  const found = variable('PROXY_ADDR') ?? variable('HTTP_PROXY');
  return found && { address: found.value, variable: found.name };
}

function namedAddress(): string {
  const named = variable('ADDR');
  const origin = named && vaultOrigin(named.value);
  if (origin !== undefined) return origin;
  throw unusable(named?.name ?? vaultVariable, named ? 'https://host:8200' : 'not set');
}

/** By the rules of Go's `strconv.ParseBool`; `vault` refuses anything else too. */
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

/** The first of the three that is set replaces the system's authorities. */
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

/** All files in the folder and its subfolders. */
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

/** The client certificate and its key, if the server asks for one. */
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

/** Seconds, or a duration in Go's notation, such as `1m30s`; at most a minute. */
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
