import process, { argv, exit } from 'node:process';
import { isKnownCaller } from './native-host/caller.ts';
import { greet } from './native-host/greet.ts';

const refused = 3;
const broken = 1;

// A browser keeps what a host prints on standard error in its own log. Nothing of ours shall be there.
process.on('uncaughtException', () => exit(broken));

if (isKnownCaller(argv.slice(2))) void answerBrowser();
else exit(refused);

async function answerBrowser(): Promise<void> {
  const read = greet();
  if (read !== undefined) {
    const { serveRest } = await import('./native-host/serve-rest.ts');
    await serveRest(read);
  }
  exit();
}
