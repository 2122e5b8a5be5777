import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import lz4 from 'lz4js';
import snappy from 'snappyjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from './files.ts';
import { findSecret } from './find-secret.ts';
import { watchProcesses } from './processes.ts';

/** A fake key: twenty letters and digits, new in every run. */
const secret = randomBytes(60)
  .toString('base64')
  .replace(/[^A-Za-z0-9]/g, '')
  .slice(0, 20);
const merchant = '17626983201234';

const search = (bytes: Buffer) => findSecret(secret, [{ name: 'a file', bytes }]);
const encodings = (bytes: Buffer) => search(bytes).map((finding) => finding.encoding);

describe('findSecret', () => {
  it.each<[string, string, BufferEncoding?]>([
    ['plain', `ACCESS_KEY=${secret}\n`],
    ['plain, UTF-16LE', `ACCESS_KEY=${secret}\n`, 'utf16le'],
    ['base64', Buffer.from(`${merchant}:${secret}`).toString('base64')],
    ['base64', Buffer.from(`${merchant}0:${secret}`).toString('base64')],
    ['base64', Buffer.from(`${merchant}00:${secret}`).toString('base64')],
    ['base64', Buffer.from(secret).toString('base64url')],
    ['base64, UTF-16LE', Buffer.from(secret).toString('base64'), 'utf16le'],
    ['hex', Buffer.from(secret).toString('hex')],
    ['hex', Buffer.from(secret).toString('hex').toUpperCase()],
    ['percent', Buffer.from(secret).toString('hex').replace(/../g, '%$&')],
    ['reversed', [...secret].reverse().join('')],
    ['lower case', secret.toLowerCase()],
    ['upper case', secret.toUpperCase()],
    ['plain', secret.slice(0, 12)],
    ['plain', secret.slice(-12)],
  ])('finds a planted secret as %s in %j', (encoding, text, as = 'utf8') => {
    expect(encodings(Buffer.from(`before ${text} after`, as))).toContain(encoding);
  });

  it('finds it in UTF-16BE', () => {
    expect(encodings(Buffer.from(secret, 'utf16le').swap16())).toContain('plain, UTF-16BE');
  });

  it('finds it where a block boundary cuts it', () => {
    expect(encodings(Buffer.from(`${secret.slice(0, 14)}\0\0\0\0\0\0\0${secret.slice(14)}`))).toContain(
      'plain',
    );
  });

  it('finds it in a gzip stream that begins amid a file', () => {
    const stream = gzipSync(Buffer.from(`body ${secret}`));
    const file = Buffer.concat([Buffer.from('head'), stream, Buffer.from('tail')]);
    expect(encodings(file)).toEqual(['plain, in gzip']);
  });

  it("finds it in Firefox's compressed JSON", () => {
    expect(encodings(mozLz4(`${secret.slice(0, 5)} ${secret.slice(3, 8)} {"value": "${secret}"}`))).toContain(
      'plain, in mozLz4',
    );
  });

  it("finds it in a table of LevelDB, in a compressed value and in a key that shares the last one's start", () => {
    const inValue = table([['note', `${secret.slice(0, 6)} ${secret.slice(5, 11)} ${secret}`]]);
    expect(encodings(inValue)).toContain('plain, in LevelDB');
    const inKey = table([
      [`key/${secret.slice(0, 5)}!`, ''],
      [`key/${secret}`, ''],
    ]);
    expect(encodings(inKey)).toContain('plain, in LevelDB');
  });

  it('does not find another secret, nor the masked form', () => {
    const other = [...secret].map((letter) => (letter === 'a' ? 'b' : 'a')).join('');
    expect(search(Buffer.from(`${other} *****${secret.slice(-3)}`))).toEqual([]);
  });

  it('refuses to look for what may be found by accident', () => {
    expect(() => findSecret('short', [])).toThrow(RangeError);
  });
});

describe('filesBelow', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cle-canary-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives files at every depth, links unfollowed, with names', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/file'), secret);
    writeFileSync(join(folder, `.${secret}.tmp`), '');
    symlinkSync(`/gone/${secret}`, join(folder, 'link'));
    expect(findSecret(secret, filesBelow(folder)).map((finding) => finding.place)).toEqual([
      `the name of ${join(folder, `.${secret}.tmp`)}`,
      join(folder, 'a/b/file'),
      join(folder, 'link'),
    ]);
  });

  it('leaves out older files and named folders', () => {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/file'), secret);
    writeFileSync(join(folder, 'file'), secret);
    expect([...filesBelow(folder, 0, ['node_modules'])]).toHaveLength(1);
    expect([...filesBelow(folder, Date.now() + 1000)]).toEqual([]);
  });
});

describe('watchProcesses', () => {
  it.each([
    ['arguments', 'cmdline', [secret], {}],
    ['environment', 'environ', [], { PLANTED: secret }],
  ])('sees a secret in the %s of a short process', async (_, file, words, env) => {
    const watch = watchProcesses();
    const child = spawn('/bin/sh', ['-c', 'sleep 0.2; :', ...words], { env });
    await once(child, 'exit');
    watch.stop();
    expect(findSecret(secret, watch.places()).map((finding) => finding.place)).toContain(
      `/proc/${child.pid}/${file}`,
    );
  });
});

function mozLz4(text: string): Buffer {
  const source = Buffer.from(text);
  const target = Buffer.alloc(source.length * 2 + 64);
  const length = lz4.compressBlock(source, target, 0, source.length, new Uint32Array(1 << 16));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(source.length);
  return Buffer.concat([Buffer.from('mozLz40\0'), size, target.subarray(0, length)]);
}

/** A table of LevelDB with one compressed block, as in its format's description. */
function table(pairs: [key: string, value: string][]): Buffer {
  const data = snappy.compress(block(pairs));
  const index = block([['z', handle(0, data.length)]]);
  const start = data.length + 5;
  const handles = Buffer.from(handle(0, 0) + handle(start, index.length), 'latin1');
  return Buffer.concat([
    data,
    Buffer.from([1, 0, 0, 0, 0]),
    index,
    Buffer.from([0, 0, 0, 0, 0]),
    handles,
    Buffer.alloc(40 - handles.length),
    Buffer.from('57fb808b247547db', 'hex'),
  ]);
}

function block(pairs: [key: string, value: string][]): Buffer {
  let last = '';
  const entries = pairs.map(([key, value]) => {
    let shared = 0;
    while (shared < last.length && last[shared] === key[shared]) shared++;
    last = key;
    return varint(shared) + varint(key.length - shared) + varint(value.length) + key.slice(shared) + value;
  });
  const restarts = Buffer.alloc(8);
  restarts.writeUInt32LE(1, 4);
  return Buffer.concat([Buffer.from(entries.join(''), 'latin1'), restarts]);
}

function handle(offset: number, size: number): string {
  return varint(offset) + varint(size);
}

function varint(value: number): string {
  return value < 128
    ? String.fromCharCode(value)
    : String.fromCharCode((value % 128) + 128) + varint(Math.floor(value / 128));
}
