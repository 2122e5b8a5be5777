/** A replacement in a text, in UTF-16 units of the original text. Several edits never see each other's result. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/**
 * Applies edits to the text that they were made against.
 *
 * @throws RangeError where an edit lies outside the text or two overlap: a bug of the format, never of the file
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.offset - b.offset);
  const pieces: string[] = [];
  let position = 0;
  for (const { offset, length, content } of ordered) {
    if (offset < position || length < 0 || offset + length > text.length) {
      throw new RangeError(`edit at ${offset}+${length} overlaps another or leaves the text`);
    }
    pieces.push(text.slice(position, offset), content);
    position = offset + length;
  }
  return pieces.join('') + text.slice(position);
}
