import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { main } from '../../configurator/cli/main.ts';
import { sealToThisMachine } from '../../configurator/machine/sealed/seal.ts';
import type { Language } from '../../shared/wording.ts';
import { makeWorkspace, type Workspace } from '../e2e/harness/workspace.ts';

/** The result of one run of the command line. */
export interface Ran {
  readonly status: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

export interface Call {
  /** The text on standard input. */
  readonly input?: string;
  readonly interactive?: boolean;
  readonly language?: Language;
  readonly columns?: number;
}

/** A throwaway project and state folder in which the command line runs, inside this process. */
export interface Sandbox extends Workspace {
  put(file: string, content: string | Uint8Array, mode?: number): string;
  read(file: string): string;
  cle(words: readonly string[], call?: Call): Promise<Ran>;
}

/** Makes one and points CLE_HOME at it. `remove` takes it away; `vi.unstubAllEnvs` is the caller's. */
export function makeSandbox(): Sandbox {
  const workspace = makeWorkspace();
  const { project, env } = workspace;
  vi.stubEnv('CLE_HOME', env['CLE_HOME']);
  return {
    ...workspace,
    put: (file, content, mode = 0o600) => {
      const path = join(project, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      chmodSync(path, mode);
      return path;
    },
    read: (file) => readFileSync(join(project, file), 'utf8'),
    cle: runMain,
  };
}

async function runMain(words: readonly string[], call: Call = {}): Promise<Ran> {
  const { input = '', interactive = false, language = 'en', columns = 80 } = call;
  let out = '';
  let err = '';
  const status = await main(words, {
    language,
    columns,
    interactive,
    input: Readable.from([Buffer.from(input)]),
    print: (line) => {
      out += `${line}\n`;
    },
    printText: (text) => {
      out += `${text}\n`;
    },
    complain: (line) => {
      err += `cle: ${line}\n`;
    },
    paint: (_colour, text) => text,
    progress: () => {},
  });
  return { status, out, err };
}

/** The one JSON document that `--json` prints; throws where there is more or less than one. */
export function jsonOf({ out }: Ran): Record<string, unknown> {
  return JSON.parse(out) as Record<string, unknown>;
}

/** A fake key as `cle apply -` reads it. */
export function keyJson(accessKey: string, parts: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({
    environment: 'homologation',
    merchantId: '17626983201234',
    reference: '8ctQ2lfa',
    accessKey,
    ...parts,
  });
}

/** A key as the extension seals it for the host of this machine, in base64. It can be opened for a minute. */
export async function sealedByExtension(key: object, captureId: string): Promise<string> {
  const [created, expires] = [Date.now(), Date.now() + 60_000].map((time) => new Date(time).toISOString());
  const payload = { v: 1, captureId, created, expires, key };
  return Buffer.from(await sealToThisMachine(JSON.stringify(payload))).toString('base64');
}
