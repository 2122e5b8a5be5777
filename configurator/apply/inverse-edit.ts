import { applyEdits, type Edit } from '../formats/edit.ts';

// Bytes as text of one character a byte, so that edits count in bytes.
const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** The one edit that makes `after` what `before` was; it says nothing of what both begin and end with. */
export function inverseEdit(before: Uint8Array, after: Uint8Array): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const content = latin1(before.subarray(start, before.length - end));
  return { offset: start, length: after.length - end - start, content };
}

/**
 * Applies an edit that `inverseEdit` made.
 *
 * @throws RangeError where it lies outside the bytes
 */
export function applyToBytes(bytes: Uint8Array, edit: Edit): Uint8Array {
  return Buffer.from(applyEdits(latin1(bytes), [edit]), 'latin1');
}
