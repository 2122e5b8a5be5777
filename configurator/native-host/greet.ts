import { readSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';
import { version } from '../../package.json';
import { largestFrame, wireVersion } from '../../shared/wire-basics.ts';
import { knownRecipient } from '../machine/identity/known-recipient.ts';

const input = 0;
const output = 1;
const headerSize = 4;
const plainHello = new RegExp(`^{"v":${wireVersion},"id":"([0-9A-Za-z-]{1,64})","type":"hello"}$`);
const littleEndian = endianness() === 'LE';

/**
 * Answers `hello` for as long as nothing else is asked: a browser starts the host anew for each question, and all that
 * the other requests need takes longer to load than Node to start. Nothing is judged here. What is not a plain `hello`
 * that can be answered well is left to `serve`, which says what is wrong with it.
 *
 * @returns the bytes that were read and not answered; `undefined` where the input has ended
 */
export function greet(): Uint8Array | undefined {
  for (;;) {
    const { bytes, ended } = takeFrame();
    if (ended && bytes.length === 0) return undefined;
    const reply = ended ? undefined : replyTo(bytes);
    if (reply === undefined) return bytes;
    writeWhole(reply);
  }
}

interface Taken {
  readonly bytes: Buffer;
  /** There were no more: the input is over, or has nothing yet, for which a stream can wait better. */
  readonly ended: boolean;
}

/** One frame with its header; the header alone where it says that the rest is too large. */
function takeFrame(): Taken {
  const header = take(headerSize);
  if (header.ended) return header;
  const length = lengthIn(header.bytes);
  if (length > largestFrame) return header;
  const body = take(length);
  return { bytes: Buffer.concat([header.bytes, body.bytes]), ended: body.ended };
}

function take(length: number): Taken {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSome(bytes, filled);
    if (count === 0) return { bytes: bytes.subarray(0, filled), ended: true };
    filled += count;
  }
  return { bytes, ended: false };
}

function readSome(bytes: Buffer, from: number): number {
  try {
    return readSync(input, bytes, from, bytes.length - from, null);
  } catch {
    return 0;
  }
}

function lengthIn(header: Buffer): number {
  return littleEndian ? header.readUInt32LE() : header.readUInt32BE();
}

function replyTo(frame: Uint8Array): Buffer | undefined {
  const id = idOfHello(frame.subarray(headerSize));
  const recipient = id === undefined ? undefined : recipientIfWell();
  if (recipient === undefined) return undefined;
  const reply = JSON.stringify({ v: wireVersion, id, ok: true, version, recipient });
  const header = Buffer.alloc(headerSize);
  const body = Buffer.from(reply);
  if (littleEndian) header.writeUInt32LE(body.length);
  else header.writeUInt32BE(body.length);
  return Buffer.concat([header, body]);
}

/** The id of a frame that says `hello` in the plainest way, byte for byte as it would be written. */
function idOfHello(body: Uint8Array): string | undefined {
  const text = Buffer.from(body).toString('latin1');
  return plainHello.exec(text)?.[1];
}

function recipientIfWell(): string | undefined {
  try {
    return knownRecipient();
  } catch {
    return undefined;
  }
}

function writeWhole(bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(output, bytes, written);
}
