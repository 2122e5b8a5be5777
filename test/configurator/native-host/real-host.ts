import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { encodeFrame, readFrames } from '../../../configurator/native-host/frames.ts';
import { chromiumId } from '../../../shared/extension-ids.ts';
import { wireVersion } from '../../../shared/wire.ts';

/** As Chromium starts a host. */
export const chromiumArgs = [`chrome-extension://${chromiumId}/`];

/** A running host, as a browser sees it. */
export interface RunningHost {
  readonly process: ChildProcessWithoutNullStreams;
  /** Sends one request. @returns the whole reply */
  ask(request: object): Promise<Record<string, unknown>>;
  /** Closes its input, as a browser does when it exits. @returns the exit status */
  end(): Promise<number | null>;
  /** Its output on standard error. */
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
