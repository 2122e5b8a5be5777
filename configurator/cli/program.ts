import process from 'node:process';
import { forbidCoreDumps } from '../machine/core-dumps.ts';
import { main } from './main.ts';
import { standardOutput } from './standard-streams.ts';
import { terminalOf } from './terminal.ts';

const inputs = process.argv.slice(2);
const output = standardOutput(process);
const terminal = terminalOf(process, output);

// Node would print the error's message, which could contain anything.
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
  // Nothing runs any more, and Node's own teardown takes longer than reading a project.
  if (status === 0 && output.isWritten()) process.exit();
});
