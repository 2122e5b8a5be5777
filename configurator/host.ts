import process, { argv, exit, stdin, stdout } from 'node:process';
import { isKnownCaller } from './host/caller.ts';
import { hostHandlers } from './host/handlers.ts';
import { serve } from './host/serve.ts';

/** Browsers kill a host two seconds after they close its input; an installation that runs is let finish before. */
const grace = 800;

const refused = 3;
const broken = 1;

// A browser keeps what a host prints on standard error in its own log. Nothing of ours shall be there.
process.on('uncaughtException', () => exit(broken));

if (isKnownCaller(argv.slice(2))) {
  stdout.on('error', () => exit(broken));
  stdin.once('end', () => setTimeout(() => exit(broken), grace).unref());
  void serve(stdin, stdout, hostHandlers()).then(() => exit());
} else {
  exit(refused);
}
