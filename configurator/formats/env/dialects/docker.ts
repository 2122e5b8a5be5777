import { type Dialect, whole } from '../dialect.ts';
import { verbatimValue } from '../verbatim-value.ts';

const name = '[^\\s=]+';

/** `docker run --env-file`. Quotes are part of the value in most releases and stripped in some. */
export const docker: Dialect = {
  word: 'docker',
  head: new RegExp(`(${name})(=)`, 'y'),
  name: whole(name),
  readValue: verbatimValue,
  skips: (line) => /^\s*[^\s=]+$/.test(line),
  refused: /\r(?!\n)/,
  quotes: [''],
  encode: (value) => (/^(['"]).*\1$/.test(value) ? undefined : value),
};
