// @ts-nocheck: it replaces functions by name, which no type says.
// Preloaded into the program under test: fails its Nth file call on a path under a folder with a given error.
// With FAIL_AT=0 it only counts, and writes the count where FAIL_COUNT says when the process ends.
const fs = require('node:fs');

const at = Number(process.env.FAIL_AT);
const code = process.env.FAIL_CODE ?? 'EIO';
const folder = process.env.FAIL_UNDER ?? '/nowhere';
const handles = new WeakSet();
const numbers = new Set();
let calls = 0;

function concerns(argument) {
  // The program may name a file by the folder that it holds open.
  if (typeof argument === 'string')
    return argument.startsWith(folder) || argument.startsWith('/proc/self/fd/');
  if (typeof argument === 'number') return numbers.has(argument);
  return false;
}

/** Counts the call and says whether it is the one that fails. */
function fails(name) {
  calls += 1;
  if (calls !== at) return undefined;
  return Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name });
}

function wrapPromises(object, name) {
  const original = object[name];
  object[name] = async function (...args) {
    const mine = args.some(concerns) || (handles.has(this) && name !== 'close');
    const error = mine ? fails(name) : undefined;
    if (error) throw error;
    const result = await original.apply(this, args);
    if (mine && name === 'open') {
      handles.add(result);
      numbers.add(result.fd);
    }
    return result;
  };
}

function wrapSync(name) {
  const original = fs[name];
  fs[name] = function (...args) {
    const mine = args.some(concerns) && name !== 'closeSync';
    const error = mine ? fails(name) : undefined;
    if (error) throw error;
    const result = original.apply(this, args);
    if (mine && name === 'openSync') numbers.add(result);
    return result;
  };
}

for (const name of Object.keys(fs.promises)) {
  if (typeof fs.promises[name] === 'function') wrapPromises(fs.promises, name);
}
for (const name of Object.keys(fs)) {
  if (name.endsWith('Sync') && typeof fs[name] === 'function') wrapSync(name);
}

const { writeFileSync } = fs;
fs.promises.open(__filename).then(async (handle) => {
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of [
    'write',
    'writeFile',
    'read',
    'readFile',
    'sync',
    'datasync',
    'stat',
    'chmod',
    'chown',
    'truncate',
  ]) {
    wrapPromises(prototype, name);
  }
});
process.on('exit', () => {
  if (process.env.FAIL_COUNT) writeFileSync(process.env.FAIL_COUNT, String(calls));
});
