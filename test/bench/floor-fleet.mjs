// The least that an installation in many projects can do: for each, a backup, the new file and a line of the journal, durable.
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [root = '.'] = process.argv.slice(2);
const names = readdirSync(root).filter((name) => name.startsWith('shop-'));
/** @type {(path: string, text: string, flags: string) => void} */
const durably = (path, text, flags) => {
  const file = openSync(path, flags, 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
};
/** @type {(path: string) => void} */
const sync = (path) => {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
};
for (const name of names) {
  const path = join(root, name, '.env');
  const text = readFileSync(path, 'utf8');
  durably(join(root, name, 'backup.tmp'), text, 'w');
  sync(join(root, name));
  durably(`${path}.tmp`, text.replace(/KEY=.*/, `KEY=${name}`), 'w');
  renameSync(`${path}.tmp`, path);
  sync(join(root, name));
  durably(join(root, 'floor.jsonl'), `${name}\n`, 'a');
}
