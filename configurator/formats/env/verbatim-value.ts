import { matchAt, type ReadValue } from './value.ts';

const line = /[^\r\n]*/y;

/** Docker's `--env-file`: everything after the `=` is the value, quotes and blanks and `#` included. */
export const verbatimValue: ReadValue = (text, start) => {
  const value = matchAt(line, text, start)?.[0] ?? '';
  const end = start + value.length;
  return { start, end, quote: '', value, lineEnd: end };
};
