import { spawnSync } from 'node:child_process';

/**
 * Has another program read many texts in one run, each by its own rules.
 *
 * @param args start a program that takes a JSON array of base64 texts on standard input and prints a JSON array
 */
export function readBatch(
  command: string,
  args: readonly string[],
  texts: readonly (string | Uint8Array)[],
): unknown[] {
  const input = JSON.stringify(texts.map((text) => Buffer.from(text as string).toString('base64')));
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  return JSON.parse(stdout) as unknown[];
}
