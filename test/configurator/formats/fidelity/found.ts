import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FormatName, formatOfFile } from '../../../../configurator/formats/registry.ts';

/** A file to change a value in. */
export interface Specimen {
  readonly format: FormatName;
  /** For error messages, and for formats that depend on the file's name. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const root = join(import.meta.dirname, '../../../..');
const largest = 20_000;

/** How many files of a format are taken from the dependencies; they are the same on every machine. */
const packaged: Readonly<Record<string, number>> = { json: 400, script: 200, yaml: 20 };

/** Folders that come with the readers or with the system: their contents differ between machines. */
const machine: readonly (readonly [folder: string, format: string, most: number])[] = [
  ['/usr/share/php', 'php', 150],
  ['/usr/share/xml', 'xml', 75],
  ['/usr/share/mime', 'xml', 75],
  ['/etc/java-17-openjdk', 'properties', 40],
  ['/usr/lib/ruby', 'yaml', 40],
  ['/usr/lib/python3/dist-packages', 'python', 100],
];

/** Configuration files of the packages that this project depends on. */
export function packagedFiles(): Specimen[] {
  const files = filesBelow(join(root, 'node_modules')).filter((file) => !file.includes('.bin/'));
  return Object.entries(packaged).flatMap(([format, most]) => take(files, format, most));
}

/** Files that this machine happens to have. */
export function machineFiles(): Specimen[] {
  return machine.flatMap(([folder, format, most]) => take(filesBelow(folder), format, most));
}

/** Files from all over the list, not only from its beginning. */
function take(files: readonly string[], format: string, most: number): Specimen[] {
  const fitting = files.filter((file) => formatOfFile(file) === format && isWorthReading(file, format));
  const step = Math.max(1, fitting.length / most);
  const chosen = Array.from({ length: Math.min(most, fitting.length) }, (_, index) => {
    return fitting[Math.floor(index * step)] ?? '';
  });
  return chosen.map((file) => ({ format: format as FormatName, file, bytes: readFileSync(file) }));
}

/** Most programs hold no settings. */
const namesText = /^(?:export )?(?:const|let|var) \w+ = ["'`{]/m;

function isWorthReading(file: string, format: string): boolean {
  if (statSync(file).size > largest) return false;
  return format !== 'script' || namesText.test(readFileSync(file, 'utf8'));
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
