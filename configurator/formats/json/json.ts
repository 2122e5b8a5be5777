import { treeFormat } from '../tree/tree-format.ts';
import { readTree } from './reader.ts';

/** JSON, with comments where the file has them. Addresses as in `path-address.ts`. */
export const json = treeFormat({
  name: 'json',
  title: 'JSON',
  dialects: [],
  encoding: 'utf-8',
  parse: readTree,
});
