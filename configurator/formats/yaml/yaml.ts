import { treeFormat } from '../tree/tree-format.ts';
import { dialects } from './dialect.ts';
import { readTree } from './reader.ts';

/** YAML 1.1 and 1.2 alike. Addresses as in `path-address.ts`; `environment.NAME` reaches into a compose list. */
export const yaml = treeFormat({ name: 'yaml', title: 'YAML', dialects, encoding: 'utf-8', parse: readTree });
