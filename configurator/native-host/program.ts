import process, { argv, exit, stdin, stdout } from 'node:process';
import { isKnownCaller } from './caller.ts';
import { hostHandlers } from './handlers.ts';
import { serve } from './serve.ts';

const refused = 3;
const broken = 1;

/** Browsers kill a host two seconds after they close its input; an installation that runs is let finish before. */
const grace = 800;

// A browser keeps what a host prints on standard error in its own log. Nothing of ours shall be there.
process.on('uncaughtException', () => exit(broken));

if (isKnownCaller(argv.slice(2))) void answerBrowser();
else exit(refused);

/** Answers what the browser asks, until it ends. */
async function answerBrowser(): Promise<void> {
  stdout.on('error', () => exit(broken));
  stdin.once('end', () => setTimeout(() => exit(broken), grace).unref());
  await serve(stdin, stdout, hostHandlers());
  exit();
}
