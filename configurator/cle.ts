import process from 'node:process';
import { main } from './cli/main.ts';
import { terminalOf } from './cli/terminal.ts';

const inputs = process.argv.slice(2);
const terminal = terminalOf(process);

// Node would print the error's message, and nobody knows what that holds.
process.on('uncaughtException', (error) => {
  void import('./cli/conclude-error.ts').then(({ concludeError }) =>
    process.exit(concludeError(error, inputs.includes('--json'), terminal)),
  );
});
// Whoever reads our output may stop early (`cle --help | head -1`); that is no error of ours.
process.stdout.on('error', () => {});

void main(inputs, terminal).then((status) => {
  process.exitCode = status;
  // Nothing runs any more, and Node would take apart all that it built: that takes longer than to read a project.
  if (status === 0 && process.stdout.writableLength === 0) process.exit();
});
