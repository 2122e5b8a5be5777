import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { afterEach, expect, it } from 'vitest';
import { unguarded } from '../../../configurator/machine/programs.ts';

const real = Object.getOwnPropertyDescriptor(process, 'permission');
afterEach(() => {
  if (real) Object.defineProperty(process, 'permission', real);
  else Reflect.deleteProperty(process, 'permission');
});

const print = [
  '-e',
  'process.stdout.write(JSON.stringify([process.env.NODE_OPTIONS ?? null, process.argv.slice(1)])); process.exit(7)',
];
const hard = ['two  words', '$HOME', "it's", '-n', 'a=b'];

it('runs a program without the restrictions that Node hands down, its arguments as they are', () => {
  Object.defineProperty(process, 'permission', { value: {}, configurable: true });
  const [file, ...args] = unguarded(process.execPath, [...print, ...hard]);
  const env = { NODE_OPTIONS: '--no-warnings' };
  const { stdout, status } = spawnSync(file, args, { env, encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual([null, hard]);
  expect(status).toBe(7);
});

it('leaves a command line as it is where there are none', () => {
  expect(unguarded('/usr/bin/env', hard)).toEqual(['/usr/bin/env', ...hard]);
});
