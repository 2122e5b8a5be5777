// Runs one of our TypeScript programs from a bare clone: `node test/setup/run.mjs FILE [ARGUMENT…]`.
// Plain JavaScript, because before it ran there is nothing else.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inStep, install } from './dependencies.mjs';
import { nodeProblem } from './node-version.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * @param {string} reason
 * @returns {never}
 */
function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function setUp() {
  const problem = nodeProblem(process.versions.node, engines.node);
  if (problem) fail(problem);
  if (inStep(root)) return;
  process.stdout.write('Installing the dependencies of package-lock.json …\n');
  try {
    install(root);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string[]} programAndArguments */
function run(programAndArguments) {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), ...programAndArguments], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

setUp();
run(process.argv.slice(2));
