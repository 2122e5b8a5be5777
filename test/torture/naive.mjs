// The control: a writer that puts the new text straight over the old one, again and again.
import { readFileSync, writeFileSync } from 'node:fs';

const [path = ''] = process.argv.slice(2);
const size = readFileSync(path, 'utf8').length;
for (let turn = 0; ; turn++) {
  writeFileSync(path, String(turn % 10).repeat(size));
  if (turn === 0) process.stdout.write('begun\n');
}
