import { constants, inflateRawSync } from 'node:zlib';
import lz4 from 'lz4js';
import { isTable, tableContents } from './leveldb.ts';

/** One way to look at a file: as it is, or as what is packed in it. */
export interface View {
  readonly packing: string;
  readonly bytes: Buffer;
}

const gzipStart = Buffer.from([0x1f, 0x8b, 0x08]);
/** Firefox's own frame: this, the length in four bytes, one LZ4 block. */
const mozLz4Start = Buffer.from('mozLz40\0');

/** A file as it is, and everything in it that was compressed. */
export function views(file: Buffer): View[] {
  return [
    { packing: '', bytes: file },
    ...gzipStreams(file).map((bytes) => ({ packing: 'gzip', bytes })),
    ...unpacked('mozLz4', file.subarray(0, mozLz4Start.length).equals(mozLz4Start), () => mozLz4(file)),
    ...unpacked('LevelDB', isTable(file), () => tableContents(file)),
  ];
}

/** A browser may be writing the file while we read it: what does not unpack is looked at as it is. */
function unpacked(packing: string, applies: boolean, unpack: () => Buffer): View[] {
  try {
    return applies ? [{ packing, bytes: unpack() }] : [];
  } catch {
    return [];
  }
}

function gzipStreams(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = file.indexOf(gzipStart); at >= 0; at = file.indexOf(gzipStart, at + 1)) {
    const body = file.subarray(at + gzipHeaderLength(file.subarray(at)));
    try {
      found.push(inflateRawSync(body, { finishFlush: constants.Z_SYNC_FLUSH }));
    } catch {
      // three bytes that happen to look like the start of one
    }
  }
  return found;
}

/** RFC 1952, section 2.3. What follows a stream need not belong to it, so zlib's own reading of the header is no use. */
function gzipHeaderLength(stream: Buffer): number {
  const flags = stream[3] ?? 0;
  let length = 10;
  if (flags & 4) length += 2 + (stream[10] ?? 0) + (stream[11] ?? 0) * 256;
  if (flags & 8) length = stream.indexOf(0, length) + 1;
  if (flags & 16) length = stream.indexOf(0, length) + 1;
  return flags & 2 ? length + 2 : length;
}

function mozLz4(file: Buffer): Buffer {
  const start = mozLz4Start.length + 4;
  const target = Buffer.alloc(file.readUInt32LE(mozLz4Start.length));
  lz4.decompressBlock(file, target, start, file.length - start, 0);
  return target;
}
