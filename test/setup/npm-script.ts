import { spawn, spawnSync } from 'node:child_process';

const command = (name: string, words: readonly string[]) => ['run', '--silent', name, '--', ...words];
const shell = process.platform === 'win32';

/**
 * Runs a script of package.json, with our standard output.
 *
 * @returns whether it succeeded
 */
export function npmScript(name: string, ...words: readonly string[]): boolean {
  const { status, error } = spawnSync('npm', command(name, words), { stdio: 'inherit', shell });
  if (error) throw error;
  return status === 0;
}

/**
 * Runs a script of package.json in parallel with others. Its output goes to our standard output, at once or in one piece when it ends.
 *
 * @throws Error where npm could not be started
 */
export async function npmScriptBeside(
  output: 'at once' | 'in one piece',
  name: string,
  ...words: readonly string[]
): Promise<void> {
  const stdio = output === 'at once' ? 'inherit' : (['ignore', 'pipe', 'pipe'] as const);
  const child = spawn('npm', command(name, words), { stdio: stdio as 'pipe', shell });
  const printed: Buffer[] = [];
  child.stdout?.on('data', (bytes) => printed.push(bytes));
  child.stderr?.on('data', (bytes) => printed.push(bytes));
  await new Promise((ended, failed) => child.on('error', failed).on('close', ended));
  process.stdout.write(Buffer.concat(printed));
}
