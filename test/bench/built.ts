import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../configurator/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'cle-built-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await bundle(folder);

/** The command line as it ships, built from the current sources in a folder that no other build changes. */
export const cle = join(folder, 'cle.cjs');
