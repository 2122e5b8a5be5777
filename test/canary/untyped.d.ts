declare module 'lz4js' {
  /** Decompresses a block without frame from `source` into `target`; returns how many bytes it wrote. */
  export function decompressBlock(
    source: Uint8Array,
    target: Uint8Array,
    sourceOffset: number,
    sourceLength: number,
    targetOffset: number,
  ): number;
  /** Compresses to a block without frame; returns its length, or 0 where it would not be smaller. */
  export function compressBlock(
    source: Uint8Array,
    target: Uint8Array,
    sourceOffset: number,
    sourceLength: number,
    hashTable: Uint32Array,
  ): number;
}

declare module 'snappyjs' {
  export function uncompress(bytes: Buffer): Buffer;
  export function compress(bytes: Buffer): Buffer;
}
