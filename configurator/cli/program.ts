import process from 'node:process';
import { forbidCoreDumps } from '../machine/core-dumps.ts';
import { main } from './main.ts';
import { standardOutput } from './standard-streams.ts';
import { terminalOf } from './terminal.ts';

const inputs = process.argv.slice(2);
const output = standardOutput(process);
const terminal = terminalOf(process, output);

// Node would print the error's message, and nobody knows what that holds.
process.on('uncaughtException', (error) => {
  void import('./conclude-error.ts').then(({ concludeError }) =>
    process.exit(concludeError(error, inputs.includes('--json'), terminal)),
  );
});

async function run(): Promise<number> {
  await forbidCoreDumps();
  return main(inputs, terminal);
}

void run().then((status) => {
  process.exitCode = status;
  // Nothing runs any more, and Node would take apart all that it built: that takes longer than to read a project.
  if (status === 0 && output.isWritten()) process.exit();
});
