import type { YAMLMap } from 'yaml';
import { base64Codec } from './codec.ts';
import { textOf } from './scalar.ts';
import type { Scheme } from './site.ts';

/** The values under `data` of a Kubernetes Secret are base64; those under `stringData` are text. */
export function secretScheme(node: YAMLMap.Parsed, scheme: Scheme): Scheme {
  const member = (name: string) => textOf(node.items.find(({ key }) => textOf(key) === name)?.value);
  if (member('kind') !== 'Secret' || member('apiVersion') !== 'v1') return scheme;
  return (names) => (names.length === 2 && names[0] === 'data' ? base64Codec : scheme(names));
}
