import { Buffer } from 'node:buffer';
import dotenv from 'dotenv';
import { parseAst } from 'vite';
import { readBatch } from '../readers/batch.ts';
import { javaProperties } from '../readers/java-properties.ts';

/**
 * The content of a file according to a program other than ours: every value with its name, in order; `undefined` if that
 * program does not read the file.
 */
export type Leaves = readonly (readonly [name: string, value: string])[] | undefined;

type Read = (files: readonly Uint8Array[]) => Leaves[];

function flatten(part: unknown, path = ''): [string, string][] {
  if (typeof part !== 'object' || part === null) return [[path, String(part)]];
  return Object.entries(part).flatMap(([name, member]) => flatten(member, `${path}/${name}`));
}

const textOf = (file: Uint8Array) =>
  Buffer.from(file)
    .toString('utf8')
    .replace(/^\ufeff/, '');

function inNode(read: (text: string) => Leaves): Read {
  return (files) =>
    files.map((file) => {
      try {
        return read(textOf(file));
      } catch {
        return undefined;
      }
    });
}

function inPython(imports: string, expression: string): Read {
  const program = `
import base64, json, sys, ${imports}
def read(text):
    try:
        return json.dumps(${expression}, default=str)
    except Exception:
        return None
print(json.dumps([read(base64.b64decode(text)) for text in json.load(sys.stdin)]))
`;
  return (files) =>
    (readBatch('/usr/bin/python3', ['-c', program], files) as (string | null)[]).map((read) =>
      read === null ? undefined : flatten(JSON.parse(read)),
    );
}

/** PHP's operators and keywords; strings without their quotes. */
const phpTokens = `
$read = function ($text) {
    try { $tokens = token_get_all(base64_decode($text), TOKEN_PARSE); } catch (Throwable) { return null; }
    return array_map(fn ($token) => base64_encode(is_string($token) ? $token : $token[1]), $tokens);
};
echo json_encode(array_map($read, json_decode(stream_get_contents(STDIN))));
`;

const inPhp: Read = (files) =>
  (readBatch('php', ['-r', phpTokens], files) as (string[] | null)[]).map((tokens) =>
    tokens?.map((token, index) => {
      const source = Buffer.from(token, 'base64').toString('latin1');
      return [`${index}`, /^(['"]).*\1$/s.test(source) ? source.slice(1, -1) : source];
    }),
  );

/** The names and values in a syntax tree of oxc, each with its node. */
function scriptLeaves(text: string): Leaves {
  const leaves: [string, string][] = [];
  const visit = (part: unknown, name: string): void => {
    if (typeof part === 'string') leaves.push([name, part]);
    if (typeof part !== 'object' || part === null) return;
    const members = Object.entries(part).filter(([member]) => member !== 'raw');
    for (const [member, inner] of members) visit(inner, `${name}/${member}`);
  };
  visit(parseAst(text, { lang: 'tsx' }), '');
  return leaves;
}

const xmlLeaves = `[
  [element.tag, list(element.attrib.items()), (element.text or "").strip(), (element.tail or "").strip()]
  for element in xml.etree.ElementTree.fromstring(text).iter()
]`;

const pythonLeaves = `[
  [type(node).__name__, str(getattr(node, "value", None) if isinstance(node, ast.Constant) else getattr(node, "id", getattr(node, "attr", "")))]
  for node in ast.walk(ast.parse(text))
]`;

/** INI as PHP reads it. */
const phpIni = `
$read = function ($text) {
    $read = @parse_ini_string(base64_decode($text), true);
    return $read === false ? null : $read;
};
echo json_encode(array_map($read, json_decode(stream_get_contents(STDIN))), JSON_INVALID_UTF8_SUBSTITUTE);
`;

/** The other readers, by the format's name. */
export const otherReaders: Readonly<Record<string, Read>> = {
  env: inNode((text) => flatten(dotenv.parse(text))),
  // It leaves escapes as they are, which is enough for a comparison; Terraform's own readings are in `test/vectors/hcl.json`.
  hcl: inPython(
    'hcl.parser\nparser = hcl.parser.HclParser()',
    'parser.parse(text.decode("utf-8-sig").replace("\\r\\n", "\\n"))',
  ),
  ini: (files) =>
    readBatch('php', ['-r', phpIni], files).map((read) => (read === null ? undefined : flatten(read))),
  json: inNode((text) => flatten(JSON.parse(text))),
  php: inPhp,
  properties: (files) => javaProperties(files).map((map) => [...map].sort()),
  python: inPython('ast', pythonLeaves),
  script: inNode(scriptLeaves),
  toml: inPython('tomllib', 'tomllib.loads(text.decode("utf-8-sig"))'),
  xml: inPython('xml.etree.ElementTree', xmlLeaves),
  yaml: inPython('yaml', 'list(yaml.safe_load_all(text))'),
};
