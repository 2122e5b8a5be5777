import snappy from 'snappyjs';

// A table of LevelDB, as Chromium stores extension and page storage:
// https://github.com/google/leveldb/blob/main/doc/table_format.md
const magic = Buffer.from('57fb808b247547db', 'hex');
const footerLength = 48;
const snappyBlock = 1;

/** Whether a file is a table of LevelDB. */
export function isTable(file: Buffer): boolean {
  return file.length >= footerLength && file.subarray(-magic.length).equals(magic);
}

/** Every key and value of a table, decompressed, in one text. */
export function tableContents(file: Buffer): Buffer {
  const footer = new Reader(file.subarray(-footerLength));
  handle(footer); // the index of filters and statistics: they hold hashes only
  const index = block(file, handle(footer));
  const blocks = entries(index).map(([, value]) => block(file, handle(new Reader(value))));
  return Buffer.concat(blocks.flatMap((data) => entries(data).flat()));
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function handle(reader: Reader): Handle {
  return { offset: reader.varint(), size: reader.varint() };
}

function block(file: Buffer, { offset, size }: Handle): Buffer {
  const data = file.subarray(offset, offset + size);
  return file[offset + size] === snappyBlock ? snappy.uncompress(data) : data;
}

/** The entries of a block. A key is stored as what differs from the one before it. */
function entries(data: Buffer): [key: Buffer, value: Buffer][] {
  const restarts = data.readUInt32LE(data.length - 4);
  const reader = new Reader(data.subarray(0, data.length - 4 * (restarts + 1)));
  const found: [Buffer, Buffer][] = [];
  let key = Buffer.alloc(0);
  while (!reader.done) {
    const [shared, own, length] = [reader.varint(), reader.varint(), reader.varint()];
    key = Buffer.concat([key.subarray(0, shared), reader.bytes(own)]);
    found.push([key, reader.bytes(length)]);
  }
  return found;
}

class Reader {
  #data: Buffer;
  #position = 0;

  constructor(data: Buffer) {
    this.#data = data;
  }

  get done(): boolean {
    return this.#position >= this.#data.length;
  }

  bytes(length: number): Buffer {
    this.#position += length;
    return this.#data.subarray(this.#position - length, this.#position);
  }

  varint(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = this.#data.readUInt8(this.#position++);
      value += (byte % 128) * weight;
      if (byte < 128) return value;
    }
  }
}
