import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A position in a text, counted from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** An error that an editor shows. */
export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Position };
}

const yamlSettings = {
  validate: true,
  hover: true,
  completion: true,
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
};

const require = createRequire(import.meta.url);
const program = join(
  dirname(require.resolve('yaml-language-server/package.json')),
  'bin/yaml-language-server',
);

/** An editor's server for YAML, speaking the Language Server Protocol on its standard streams. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #diagnosed = new Map<string, (found: readonly Diagnostic[]) => void>();
  #configured = () => {};
  #received = Buffer.alloc(0);
  #last = 0;

  constructor() {
    this.#process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout?.on('data', (piece: Buffer) => this.#take(piece));
  }

  /** Starts a session in which no schema is fetched from the network. */
  async start(): Promise<void> {
    const capabilities = { workspace: { configuration: true, didChangeConfiguration: {} } };
    await this.#request('initialize', { processId: process.pid, rootUri: null, capabilities });
    const configured = new Promise<void>((done) => {
      this.#configured = done;
    });
    this.#send({ method: 'initialized', params: {} });
    this.#send({ method: 'workspace/didChangeConfiguration', params: { settings: null } });
    await configured;
  }

  /** Opens a text and returns its errors. */
  open(uri: string, text: string): Promise<readonly Diagnostic[]> {
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    return new Promise((done) => {
      this.#diagnosed.set(uri, done);
      this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    });
  }

  /** The completions at a place, by label, with their descriptions. */
  async complete(uri: string, position: Position): Promise<ReadonlyMap<string, string>> {
    const result = (await this.#request('textDocument/completion', { textDocument: { uri }, position })) as {
      items: { label: string; documentation?: string | { value: string } }[];
    };
    const textOf = (content: string | { value: string } | undefined) =>
      typeof content === 'object' ? content.value : (content ?? '');
    return new Map(result.items.map(({ label, documentation }) => [label, textOf(documentation)]));
  }

  /** The description shown for the word at a place. */
  async hover(uri: string, position: Position): Promise<string> {
    const result = (await this.#request('textDocument/hover', { textDocument: { uri }, position })) as {
      contents: { value: string };
    } | null;
    return result?.contents.value ?? '';
  }

  stop(): void {
    this.#process.kill();
  }

  #request(method: string, params: object): Promise<unknown> {
    const id = ++this.#last;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      this.#send({ id, method, params });
    });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(piece: Buffer): void {
    this.#received = Buffer.concat([this.#received, piece]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString('latin1', 0, end))?.[1]);
      if (end < 0 || this.#received.length < end + 4 + length) return;
      const body = this.#received.subarray(end + 4, end + 4 + length);
      this.#received = this.#received.subarray(end + 4 + length);
      this.#handle(JSON.parse(body.toString()) as Message);
    }
  }

  #handle({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      this.#diagnosed.get(uri)?.(diagnostics);
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section: string }[] };
      this.#send({ id, result: items.map(({ section }) => (section === 'yaml' ? yamlSettings : null)) });
      this.#configured();
    } else if (method !== undefined && id !== undefined) this.#send({ id, result: null });
    else if (typeof id === 'number') this.#waiting.get(id)?.(result);
  }
}
