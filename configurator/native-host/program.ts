import process, { argv, exit, stdin, stdout } from 'node:process';
import { isKnownCaller } from './caller.ts';
import { hostHandlers } from './handlers.ts';
import { serve } from './serve.ts';

const refused = 3;
const broken = 1;

/** In milliseconds. Browsers kill a host two seconds after closing its input; until then a running installation may finish. */
const grace = 800;

// A browser writes a host's standard error to its own log, where nothing of ours must appear.
process.on('uncaughtException', () => exit(broken));

if (isKnownCaller(argv.slice(2))) void answerBrowser();
else exit(refused);

/** Answers the browser's requests until it closes the connection. */
async function answerBrowser(): Promise<void> {
  stdout.on('error', () => exit(broken));
  stdin.once('end', () => setTimeout(() => exit(broken), grace).unref());
  await serve(stdin, stdout, hostHandlers());
  exit();
}
