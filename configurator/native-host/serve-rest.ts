import { exit, stdin, stdout } from 'node:process';
import { hostHandlers } from './handlers.ts';
import { serve } from './serve.ts';

/** Browsers kill a host two seconds after they close its input; an installation that runs is let finish before. */
const grace = 800;

const broken = 1;

/** Answers what the browser asks, until it ends. @param read what was read from it already */
export async function serveRest(read: Uint8Array): Promise<void> {
  stdout.on('error', () => exit(broken));
  stdin.once('end', () => setTimeout(() => exit(broken), grace).unref());
  await serve(following(read), stdout, hostHandlers());
}

async function* following(read: Uint8Array): AsyncGenerator<Uint8Array> {
  yield read;
  yield* stdin;
}
