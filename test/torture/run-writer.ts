import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { Workshop } from '../bench/workshop.ts';
import type { WriterReport } from './crowd-files.ts';

/** The way in which a writer works; `writer.ts` explains each. */
export type Manner = 'under-lock' | 'optimistic' | 'racing' | 'naive';

const writer = resolve(import.meta.dirname, 'writer.ts');

/**
 * Lets a process edit its entries of the shared files.
 *
 * @returns its report, or why it has none
 */
export function runWriter(
  { dir, env }: Workshop,
  name: string,
  turns: number,
  manner: Manner,
): Promise<WriterReport | string> {
  const args = ['--import', import.meta.resolve('tsx'), writer, dir, name, String(turns), manner];
  return new Promise((done) => {
    execFile(process.execPath, args, { env }, (error, output, complaints) => {
      done(
        error ? `writer ${name} ended with ${error.code}: ${complaints.slice(0, 600)}` : JSON.parse(output),
      );
    });
  });
}
