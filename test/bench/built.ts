import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../configurator/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'cle-built-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await bundle(folder);

/** The command line as it ships, made of the sources as they are now and in a folder where no other build changes it. */
export const cle = join(folder, 'cle.cjs');
