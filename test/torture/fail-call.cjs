// @ts-nocheck: it replaces functions by name, which no type says.
// Preloaded into the program under test: its Nth file call on a path under a folder fails with a given error. Two words
// are no errors: with SIGKILL the process dies there, with `short` a write puts half of its bytes down, then the disk is
// full. With FAIL_AT=0 nothing fails. FAIL_CALLS names a file that gets the names of all calls when the process ends.
const fs = require('node:fs');

const { writeFileSync } = fs;

const at = Number(process.env.FAIL_AT);
const code = process.env.FAIL_CODE ?? 'EIO';
const folder = process.env.FAIL_UNDER ?? '/nowhere';
const handles = new WeakSet();
const numbers = new Set();
const calls = [];

function concerns(argument) {
  // The program may name a file by the folder that it holds open.
  if (typeof argument === 'string')
    return argument.startsWith(folder) || argument.startsWith('/proc/self/fd/');
  if (typeof argument === 'number') return numbers.has(argument);
  return false;
}

/** Notes the call and says how it fails, if it is the one that does. */
function failureOf(name) {
  if (code === 'short' && !/^(?:write|append)/.test(name)) return undefined;
  calls.push(name);
  if (calls.length !== at) return undefined;
  if (code === 'SIGKILL') process.kill(process.pid, code);
  const word = code === 'short' ? 'ENOSPC' : code;
  return Object.assign(new Error(`${word}: injected, ${name}`), { code: word, syscall: name });
}

/** The arguments of a write, of a file handle or of a path or number, with the first half of the bytes. */
function halved([first, ...others], onHandle) {
  const half = (bytes) => bytes.slice(0, bytes.length >> 1);
  return onHandle ? [half(first), ...others] : [first, half(others[0]), ...others.slice(1)];
}

function wrapPromises(object, name, onHandle) {
  const original = object[name];
  object[name] = async function (...args) {
    const mine = onHandle ? handles.has(this) : args.some(concerns);
    const error = mine ? failureOf(name) : undefined;
    if (error && code === 'short') await original.apply(this, halved(args, onHandle));
    if (error) throw error;
    const result = await original.apply(this, args);
    if (mine && name === 'open') {
      handles.add(result);
      numbers.add(result.fd);
    }
    return result;
  };
}

/** Some of these functions call each other: the outermost is the call. */
let isInside = false;

function wrapSync(object, name) {
  const original = object[name];
  const wrapped = function (...args) {
    const mine = !isInside && args.some(concerns) && name !== 'closeSync';
    const error = mine ? failureOf(name) : undefined;
    isInside = true;
    try {
      if (error && code === 'short') original.apply(this, halved(args, false));
      if (error) throw error;
      const result = original.apply(this, args);
      if (mine && name === 'openSync') numbers.add(result);
      return result;
    } finally {
      isInside = false;
    }
  };
  object[name] = Object.assign(wrapped, original);
}

/** The one call with a callback that the program makes, as it waits for the disk. */
function wrapFsync() {
  const original = fs.fsync;
  fs.fsync = function (file, callback) {
    const error = concerns(file) ? failureOf('fsync') : undefined;
    if (error) process.nextTick(callback, error);
    else original.call(this, file, callback);
  };
}

for (const name of Object.keys(fs.promises)) {
  if (typeof fs.promises[name] === 'function') wrapPromises(fs.promises, name, false);
}
for (const name of Object.keys(fs)) {
  if (name.endsWith('Sync') && typeof fs[name] === 'function') wrapSync(fs, name);
}
wrapSync(fs.realpathSync, 'native');
wrapFsync();
fs.promises.open(__filename).then(async (handle) => {
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  const names = Object.getOwnPropertyNames(prototype).filter(
    (name) => !['constructor', 'close', 'fd'].includes(name),
  );
  for (const name of names) {
    if (typeof prototype[name] === 'function') wrapPromises(prototype, name, true);
  }
});
process.on('exit', () => {
  if (process.env.FAIL_CALLS) writeFileSync(process.env.FAIL_CALLS, calls.join('\n'));
});
