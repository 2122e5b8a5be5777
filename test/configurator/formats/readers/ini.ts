import { readBatch } from './batch.ts';

/** A section's keys, or the value of a key that stands before the first one. */
export type Ini = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

const phpProgram = `
$texts = json_decode(stream_get_contents(STDIN));
$modes = ['normal' => INI_SCANNER_NORMAL, 'raw' => INI_SCANNER_RAW, 'typed' => INI_SCANNER_TYPED];
$file = tempnam(sys_get_temp_dir(), 'ini');
$read = [];
foreach ($texts as $text) {
    file_put_contents($file, base64_decode($text));
    $read[] = array_map(fn ($mode) => @parse_ini_file($file, true, $mode), $modes);
}
unlink($file);
echo json_encode($read, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
`;

export type PhpMode = 'normal' | 'raw' | 'typed';

/** Each text as PHP's `parse_ini_file` reads it in each mode; `false` if it refuses the file. */
export function phpIni(texts: readonly (string | Uint8Array)[]): Record<PhpMode, Ini | false>[] {
  return readBatch('php', ['-r', phpProgram], texts) as Record<PhpMode, Ini | false>[];
}

const pythonProgram = `
import base64, configparser, json, os, sys, tempfile

def read(parser, path):
    try:
        parser.read(path, encoding='utf-8-sig')
    except configparser.Error:
        return None
    sections = {}
    for name in ['DEFAULT', *parser.sections()]:
        sections[name] = {}
        for key in parser._defaults if name == 'DEFAULT' else parser._sections[name]:
            try:
                sections[name][key] = parser.get(name, key)
            except configparser.Error:
                sections[name][key] = None
            except ValueError:
                sections[name][key] = None
    return sections

handle, path = tempfile.mkstemp()
read_back = []
for text in json.load(sys.stdin):
    with open(path, 'wb') as file:
        file.write(base64.b64decode(text))
    extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    parsers = {'basic': configparser.ConfigParser(), 'raw': configparser.RawConfigParser(), 'extended': extended}
    read_back.append({name: read(parser, path) for name, parser in parsers.items()})
os.close(handle)
os.unlink(path)
print(json.dumps(read_back))
`;

export type PythonParser = 'basic' | 'raw' | 'extended';

/** A section's keys; `null` for a value that cannot be interpolated. */
export type Sections = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** Each text as Python's parsers read it; `null` if they refuse the file. */
export function configparser(
  texts: readonly (string | Uint8Array)[],
): Record<PythonParser, Sections | null>[] {
  return readBatch('/usr/bin/python3', ['-c', pythonProgram], texts) as Record<
    PythonParser,
    Sections | null
  >[];
}
