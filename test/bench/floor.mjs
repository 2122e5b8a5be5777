// The least that a safe writer can do: read each file, write it beside, make it durable, put it in place.
import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

const [dir = '.'] = process.argv.slice(2);
for (const name of await readdir(dir)) {
  const path = join(dir, name);
  const text = (await readFile(path, 'utf8')).replace(/(PAYLINE_\w+)=.*/g, `$1=${randomUUID()}`);
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'wx', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(temporary, path);
}
const folder = await open(dir);
await folder.sync();
await folder.close();
