import { readBatch } from './batch.ts';

const program = `
import base64, json, sys
print(json.dumps([json.loads(base64.b64decode(text)) for text in json.load(sys.stdin)]))
`;

/** Each text as Python's json reads it. */
export function pythonJson(texts: readonly string[]): unknown[] {
  return readBatch('/usr/bin/python3', ['-c', program], texts);
}
