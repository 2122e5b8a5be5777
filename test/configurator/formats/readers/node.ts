import { readBatch } from './batch.ts';

const program = `
const Module = require('node:module');
let input = '';
process.stdin.on('data', (chunk) => { input += chunk; }).on('end', async () => {
  const read = [];
  for (const text of JSON.parse(input)) {
    if (process.argv[1] === 'module') {
      read.push({ ...(await import('data:text/javascript;base64,' + text)) });
    } else {
      const loaded = new Module('/the-file.cjs');
      loaded._compile(Buffer.from(text, 'base64').toString('utf8'), '/the-file.cjs');
      read.push(loaded.exports);
    }
  }
  process.stdout.write(JSON.stringify(read));
});
`;

/** What each text exports when Node loads it, as an ES module or as CommonJS. */
export function nodeExports(texts: readonly string[], kind: 'module' | 'commonjs'): unknown[] {
  return readBatch(process.execPath, ['-e', program, kind], texts);
}
