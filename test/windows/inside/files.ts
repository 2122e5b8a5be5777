import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { main } from '../../../configurator/cli/main.ts';
import {
  cle,
  cleBeside,
  done,
  env,
  jsonOf,
  keyJson,
  must,
  project,
  projectFileFor,
  state,
  windows,
} from './windows.ts';

const { join } = win32;
const former = '# comment\r\nKEY=former\r\n';
const fileWith = (key: string) => `# comment\r\nKEY=${key}\r\n`;

/** Names that Windows or its shell may misread, or that are too long without `\\?\`. */
const strange = [
  'with two  blanks\\.env',
  'Éric Noël œuvre\\été.env',
  'this & that ^ more\\.env',
  '!delayed! %PATH%\\.env',
  "it's [a] {b} (c) #1\\.env",
  `${'long'.repeat(40)}\\${'er'.repeat(40)}.env`,
];

/** In a full run as many as given; each takes a second here, most of it in Wine. */
const many = process.env['CLE_TEST_ALL'] === '1' ? 200 : 5;

const firstKey = 'Zk3QpR8sVb2LtXy9MqV1';
const secondKey = 'Zk3QpR8sVb2LtXy9MqV2';

function shop(): string {
  const files = Object.fromEntries(strange.map((name) => [name, former]));
  return project(
    'boutique & co',
    files,
    projectFileFor(...strange.map((name) => name.replaceAll('\\', '/'))),
  );
}

function mustHold(dir: string, names: readonly string[], text: string): void {
  for (const name of names) must(readFileSync(join(dir, name), 'utf8') === text, `"${name}" as written`);
}

export const fileSteps: Readonly<Record<string, () => Promise<void> | void>> = {
  'init, apply, status and undo, in folders with hard names': () => {
    const dir = shop();
    done(cle(dir, ['init', '--yes']));
    done(cle(dir, ['apply', '-', '--yes'], keyJson(firstKey)));
    mustHold(dir, strange, fileWith(firstKey));
    done(cle(dir, ['apply', '-', '--yes'], keyJson(secondKey)));
    mustHold(dir, strange, fileWith(secondKey));
    const status = done(cle(dir, ['status', '--json']));
    must(!status.out.includes(secondKey), 'no key in what is printed');
    must(status.out.split('qV2"').length > strange.length, 'the key in each file', status.out);
    done(cle(dir, ['undo', '--yes']));
    mustHold(dir, strange, fileWith(firstKey));
    const left = strange.flatMap((name) => readdirSync(win32.dirname(join(dir, name))));
    must(
      left.every((name) => !name.endsWith('.tmp')),
      'no temporary file left',
      left,
    );
  },

  'two at once, in one project and in two': async () => {
    const [one, other] = ['une', 'autre'].map((name) =>
      project(name, { '.env': former }, projectFileFor('.env')),
    );
    const apply = (dir = '', key = '') => cleBeside(dir, ['apply', '-', '--yes'], keyJson(key));
    for (const ran of await Promise.all([
      apply(one, firstKey),
      apply(other, secondKey),
      apply(one, secondKey),
    ]))
      done(ran);
    mustHold(other ?? '', ['.env'], fileWith(secondKey));
    const text = readFileSync(join(one ?? '', '.env'), 'utf8');
    must([fileWith(firstKey), fileWith(secondKey)].includes(text), 'one of the two keys, whole');
  },

  'recipient, seal, and apply of a sealed file': () => {
    const dir = project('scellée', { '.env': former }, projectFileFor('.env'));
    const { text } = jsonOf(done(cle(dir, ['recipient', '--json'])));
    const sealing = ['seal', '--to', String(text), '--output', 'clé reçue.age', '--json'];
    const { confirmationCode } = jsonOf(done(cle(dir, sealing, keyJson(firstKey))));
    must(!readFileSync(join(dir, 'clé reçue.age'), 'utf8').includes(firstKey), 'a sealed file');
    done(cle(dir, ['apply', 'clé reçue.age', '--yes', '--code', String(confirmationCode)]));
    mustHold(dir, ['.env'], fileWith(firstKey));
  },

  'scan finds a key that lies about': () => {
    const dir = project('fuite', { '.env': former, 'notes é.txt': '' }, projectFileFor('.env'));
    done(cle(dir, ['apply', '-', '--yes'], keyJson(firstKey)));
    writeFileSync(join(dir, 'notes é.txt'), `the key is ${firstKey}\r\n`);
    const ran = cle(dir, ['scan', '--json']);
    must(ran.out.includes('notes é.txt'), 'the file by its name', ran.out + ran.err);
  },

  'a hidden file stays hidden': () => {
    const dir = project('cachée', { '.env': former }, projectFileFor('.env'));
    windows('attrib.exe', '+H', join(dir, '.env'));
    done(cle(dir, ['apply', '-', '--yes'], keyJson(firstKey)));
    mustHold(dir, ['.env'], fileWith(firstKey));
    const { out } = windows('attrib.exe', join(dir, '.env'));
    must(/^A? +S? *H/.test(out), 'the attribute H', out);
  },

  'applies beside a program that opens every file for 20 ms': async () => {
    const names = ['a/.env', 'b/.env', 'c/.env'];
    const files = Object.fromEntries(names.map((name) => [name.replaceAll('/', '\\'), former]));
    const dir = project('analysée', files, projectFileFor(...names));
    const scanner = beside('scan', dir, state);
    await once(scanner.stdout ?? scanner, 'data');
    const failed: string[] = [];
    try {
      for (let at = 0; at < many; at += 1) {
        const key = `Zk3QpR8sVb2LtXy9M${100 + at}`;
        const { status, err } = await inProcess(['apply', '-', '--yes', '--project', dir], keyJson(key));
        const texts = new Set(names.map((name) => readPatiently(join(dir, name))));
        if (status !== 0) failed.push(`${at}: ${status} ${err}`);
        else if (texts.size !== 1 || !texts.has(fileWith(key))) failed.push(`${at}: half done`);
      }
    } finally {
      scanner.kill();
    }
    must(
      failed.length === 0,
      `0 failed, 0 half done of ${many}`,
      `${failed.length}: ${failed.slice(0, 3).join('; ')}`,
    );
  },

  'a lock that a killed process left is taken over within 5 s': async () => {
    const dir = project('verrou', { '.env': former }, projectFileFor('.env'));
    const holder = beside('hold');
    await once(holder.stdout ?? holder, 'data');
    const applied = inProcess(['apply', '-', '--yes', '--project', dir], keyJson(firstKey));
    await new Promise((resolve) => setTimeout(resolve, 500));
    must(readFileSync(join(dir, '.env'), 'utf8') === former, 'waiting while the other holds the lock');
    const start = Date.now();
    holder.kill('SIGKILL');
    const { status, err } = await applied;
    must(
      status === 0 && Date.now() - start < 5000,
      'done within 5 s',
      `${status} ${Date.now() - start} ms ${err}`,
    );
    must(readdirSync(join(state, 'locks')).length === 0, 'nothing left of either');
  },
};

/** This program again, in another role: see `main.ts`. */
function beside(part: string, ...words: readonly string[]): ChildProcess {
  const args = [process.argv[1] ?? '', part, ...words];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The scanner reads too: a file that it has open exclusively cannot be read at that moment. */
function readPatiently(path: string): string {
  for (;;) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** The command line in this process: two hundred starts of Node would take ten minutes here. */
async function inProcess(words: readonly string[], input: string) {
  let err = '';
  Object.assign(process.env, env);
  process.exitCode = undefined;
  const status = await main(words, {
    language: 'en',
    columns: 80,
    interactive: false,
    input: Readable.from([Buffer.from(input)]),
    print: () => {},
    printText: () => {},
    complain: (line) => {
      err += `${line} `;
    },
    paint: (_colour, text) => text,
    progress: () => {},
  });
  return { status, err };
}
