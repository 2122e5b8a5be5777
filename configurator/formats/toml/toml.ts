import { treeFormat } from '../tree/tree-format.ts';
import { readTree } from './reader.ts';

/** TOML 1.0 and 1.1. Addresses as in `path-address.ts`; `tables[0].key` reaches into `[[tables]]`. */
export const toml = treeFormat({
  name: 'toml',
  title: 'TOML',
  dialects: [],
  encoding: 'utf-8',
  parse: readTree,
});
