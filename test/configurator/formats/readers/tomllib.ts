import { readBatch } from './batch.ts';

const program = `
import base64, json, sys, tomllib
texts = [base64.b64decode(text).decode('utf-8') for text in json.load(sys.stdin)]
print(json.dumps([tomllib.loads(text) for text in texts], default=str))
`;

/** Each text as Python's tomllib (TOML 1.0) reads it. */
export function tomllib(texts: readonly string[]): unknown[] {
  return readBatch('/usr/bin/python3', ['-c', program], texts);
}
