import { treeFormat } from '../tree/tree-format.ts';
import { declaredCharset } from './charset.ts';
import { title } from './parse.ts';
import { readTree } from './tree.ts';

/**
 * Python that gives names to values. Addresses as in `path-address.ts`: `NAME`, `PAYLINE.ACCESS_KEY` for an item of a
 * dictionary, `Config.ACCESS_KEY` for a name in a class.
 */
export const python = treeFormat({
  name: 'python',
  title,
  dialects: [],
  encoding: declaredCharset,
  parse: readTree,
});
