import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, 'ReadProperties.java');

const unpack = (text: string | undefined) => Buffer.from(text ?? '', 'base64').toString('utf8');

/** Each text as `java.util.Properties` loads it from bytes. */
export function javaProperties(texts: readonly Uint8Array[]): Map<string, string>[] {
  const input = texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
  const { status, stdout, stderr, error } = spawnSync('java', [program], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`java failed: ${stderr}`);
  const lines = stdout.split('\n').slice(0, texts.length);
  return lines.map(
    (line) =>
      new Map(
        line
          .split(' ')
          .filter(Boolean)
          .map((pair) => readPair(pair)),
      ),
  );
}

function readPair(pair: string): readonly [string, string] {
  const [key, value] = pair.split(':');
  return [unpack(key), unpack(value)];
}
