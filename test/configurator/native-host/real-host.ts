import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { encodeFrame, readFrames } from '../../../configurator/native-host/frames.ts';
import { chromiumId } from '../../../shared/extension-ids.ts';
import { wireVersion } from '../../../shared/wire.ts';

/** As Chromium starts a host. */
export const chromiumArgs = [`chrome-extension://${chromiumId}/`];

/** A host that runs, as a browser sees it. */
export interface RunningHost {
  readonly process: ChildProcessWithoutNullStreams;
  /** Asks one thing and gives the whole reply. */
  ask(request: object): Promise<Record<string, unknown>>;
  /** Closes its input, as a browser that ends does; gives its exit status. */
  end(): Promise<number | null>;
  /** What it has printed on standard error. */
  errors(): string;
}

/** Starts the program that a manifest names. */
export function startHost(
  launcher: string,
  { env = {}, cwd, args = chromiumArgs }: { env?: NodeJS.ProcessEnv; cwd?: string; args?: string[] } = {},
): RunningHost {
  const child = spawn(launcher, args, { env, cwd });
  const replies = readFrames(child.stdout);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    process: child,
    async ask(request) {
      child.stdin.write(encodeFrame({ v: wireVersion, id: 'one', ...request }));
      const { value } = await replies.next();
      if (!value) throw new Error(`the host ended without an answer: ${errors}`);
      return JSON.parse(new TextDecoder().decode(value)) as Record<string, unknown>;
    },
    async end() {
      child.stdin.end();
      const [status] = await closed;
      return status;
    },
    errors: () => errors,
  };
}
