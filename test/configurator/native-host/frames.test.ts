import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import type { Handlers } from '../../../configurator/native-host/answer.ts';
import { encodeFrame, readFrames } from '../../../configurator/native-host/frames.ts';
import { serve } from '../../../configurator/native-host/serve.ts';
import { chromiumId, geckoId } from '../../../shared/extension-ids.ts';
import { isCode } from '../../../shared/message-codes.ts';
import { largestFrame, refusalSchema, requestTypes } from '../../../shared/wire.ts';
import { makeWorkspace, type Workspace } from '../../e2e/harness/workspace.ts';
import { times } from '../../sample.ts';
import { chromiumArgs } from './real-host.ts';

let box: Workspace;
let host: string;
beforeAll(async () => {
  box = makeWorkspace();
  await bundle(join(box.root, 'bundle'));
  host = join(box.root, 'bundle/host.cjs');
});
afterAll(() => box.remove());

type Reply = { id: string; ok: boolean; code?: string };

const hello = { v: 1, id: 'after', type: 'hello' };
const body = (text: string | Uint8Array) => framed(Buffer.from(text));
function framed(bytes: Uint8Array, length = bytes.length): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(length);
  return Buffer.concat([header, bytes]);
}
const nested = (depth: number) =>
  `{"v":1,"id":"x","type":"hello","a":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;

/** The real host's reply to these bytes, and how it exits. */
async function tell(bytes: Uint8Array) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [host, ...chromiumArgs], {
    input: bytes,
    env: box.env,
    timeout: 120_000,
  });
  return { replies: await repliesIn(stdout), errors: stderr.toString(), status };
}

async function repliesIn(bytes: Uint8Array): Promise<Reply[]> {
  const replies: Reply[] = [];
  for await (const frame of readFrames(Readable.from([bytes])))
    replies.push(JSON.parse(new TextDecoder().decode(frame)));
  return replies;
}

describe('a frame that cannot be answered', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['no JSON', 'hello', 'frame-malformed'],
    ['nothing', '', 'frame-malformed'],
    ['half a JSON', '{"v":1', 'frame-malformed'],
    ['an array', '[1]', 'frame-malformed'],
    ['a text', '"x"', 'frame-malformed'],
    ['null', 'null', 'frame-malformed'],
    ['a byte order mark', `\uFEFF${JSON.stringify(hello)}`, 'frame-malformed'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'frame-malformed'],
    [
      'a text that is not UTF-8',
      Buffer.from(JSON.stringify({ ...hello, id: '\u00ff' }), 'latin1'),
      'frame-malformed',
    ],
    ['UTF-16', Buffer.from(JSON.stringify(hello), 'utf16le'), 'frame-malformed'],
    ['deep nesting', nested(9), 'frame-malformed'],
    ['nesting that would end a stack', nested(9_000), 'frame-malformed'],
    ['no head', '{}', 'message-invalid'],
    ['a number for an id', '{"v":1,"id":1,"type":"hello"}', 'message-invalid'],
    ['an id that is too long', JSON.stringify({ ...hello, id: 'x'.repeat(65) }), 'message-invalid'],
    ['a field too many', JSON.stringify({ ...hello, more: 1 }), 'message-invalid'],
    ['a prototype', '{"v":1,"id":"x","type":"hello","__proto__":{"a":1}}', 'frame-malformed'],
    ['another version', JSON.stringify({ ...hello, v: 2 }), 'version-unsupported'],
    ['another type', JSON.stringify({ ...hello, type: 'format-disk' }), 'message-type-unknown'],
    [
      'a path',
      JSON.stringify({ ...hello, type: 'plan', project: '../../etc', sealed: '' }),
      'message-invalid',
    ],
  ])('holds %s: it is refused by its code, and the next is answered', async (_, bytes, code) => {
    const { replies, errors, status } = await tell(Buffer.concat([body(bytes), encodeFrame(hello)]));
    expect(replies).toMatchObject([
      { ok: false, code },
      { ok: true, id: 'after' },
    ]);
    expect({ errors, status }).toEqual({ errors: '', status: 0 });
  });

  it.each([
    ['one byte more than it may', framed(Buffer.alloc(0), largestFrame + 1)],
    ['four gigabytes', framed(Buffer.alloc(0), 0xffffffff)],
    ['sixty-four megabytes, and all of them', framed(Buffer.alloc(64 * 1024 * 1024))],
  ])('says that it holds %s: it is refused before it is read, and the host ends', async (_, bytes) => {
    const { replies, errors } = await tell(Buffer.concat([encodeFrame(hello), bytes]));
    expect(replies).toMatchObject([{ ok: true }, { ok: false, id: '', code: 'frame-too-large' }]);
    expect(errors).toBe('');
  });

  it('is as large as allowed: it is read', async () => {
    const padded = JSON.stringify({ ...hello, more: 'x'.repeat(largestFrame - 49) });
    const bytes = body(padded.padEnd(largestFrame));
    expect((await tell(bytes)).replies).toMatchObject([{ code: 'message-invalid' }]);
  });

  it.each([1, 3, 4, 5, 20])(
    'is cut off after %i bytes: it is refused, and the host exits',
    async (length) => {
      const cut = encodeFrame(hello).subarray(0, length);
      const { replies } = await tell(Buffer.concat([encodeFrame({ ...hello, id: 'before' }), cut]));
      expect(replies).toMatchObject([{ id: 'before' }, { id: '', ok: false, code: 'frame-truncated' }]);
    },
  );
});

describe('frames', () => {
  it('may arrive joined together, or byte by byte', async () => {
    const bytes = Buffer.concat(['a', 'b', 'c'].map((id) => encodeFrame({ ...hello, id })));
    expect((await tell(bytes)).replies.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const child = spawn(process.execPath, [host, ...chromiumArgs], { env: box.env });
    const answered = child.stdout.toArray();
    for (const byte of bytes) {
      child.stdin.write(Uint8Array.of(byte));
      await new Promise((later) => setTimeout(later, 1));
    }
    child.stdin.end();
    expect((await repliesIn(Buffer.concat(await answered))).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('of any content are answered, each with a refusal that has a message, and nothing is done', async () => {
    const called: string[] = [];
    const handlers = Object.fromEntries(
      requestTypes.map((type) => [type, async () => called.push(type)]),
    ) as unknown as Handlers;
    const text = fc.oneof(
      fc.json(),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
      fc
        .record({
          v: fc.constant(1),
          id: fc.string(),
          type: fc.constantFrom('plan', 'install', 'status', 'undo'),
        })
        .chain((head) => fc.dictionary(fc.string(), fc.jsonValue()).map((more) => ({ ...more, ...head })))
        .map((message) => JSON.stringify(message)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const written: Uint8Array[] = [];
        const output = new Writable({
          write(chunk, _, done) {
            written.push(chunk);
            done();
          },
        });
        await serve(Readable.from(texts.map((each) => body(each))), output, handlers);
        const replies = await repliesIn(Buffer.concat(written));
        expect(replies).toHaveLength(texts.length);
        for (const reply of replies) {
          expect(v.is(refusalSchema, reply)).toBe(true);
          expect(isCode(String(reply.code))).toBe(true);
        }
      }),
      { numRuns: times(2_000, 200) },
    );
    expect(called).toEqual([]);
  });
});

describe('whoever starts the host', () => {
  const own = `chrome-extension://${chromiumId}/`;
  it.each([
    [],
    [''],
    [own.slice(0, -1)],
    [`${own}x`],
    [own.toUpperCase()],
    [` ${own}`],
    [`chrome-extension://${'a'.repeat(32)}/`],
    [`https://${chromiumId}/`],
    [own, 'more'],
    [own, '--parent-window=x'],
    [own, '--parent-window=1', 'more'],
    ['--parent-window=1', own],
    ['/x/cle_en_main.json'],
    ['/x/cle_en_main.json', 'other@example.org'],
    ['/x/cle_en_main.json', geckoId.toUpperCase()],
    ['/x/other.json', geckoId],
    ['cle_en_main.json', geckoId],
    ['/x/cle_en_main.json', geckoId, 'more'],
    [geckoId],
    [geckoId, '/x/cle_en_main.json'],
    ['--help'],
    ['--version'],
    ['hello'],
  ])('as %j is not answered', (...args) => {
    const started = spawnSync(process.execPath, [host, ...args], { input: encodeFrame(hello), env: box.env });
    expect(started.status).toBe(3);
    expect([started.stdout.toString(), started.stderr.toString()]).toEqual(['', '']);
    expect(readdirSync(box.home)).toEqual(readdirSync(box.home).filter((name) => name === 'cle-en-main'));
  });
});
