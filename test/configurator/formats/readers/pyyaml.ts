import { readBatch } from './batch.ts';

const program = `
import base64, json, sys, yaml
texts = [base64.b64decode(text).decode('utf-8') for text in json.load(sys.stdin)]
print(json.dumps([list(yaml.safe_load_all(text)) for text in texts]))
`;

/** Every document of each text, as PyYAML (YAML 1.1) reads it. */
export function pyyaml(texts: readonly string[]): unknown[][] {
  return readBatch('/usr/bin/python3', ['-c', program], texts) as unknown[][];
}
