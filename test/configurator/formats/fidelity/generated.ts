import fc from 'fast-check';
import { isFormatName } from '../../../../configurator/formats/registry.ts';
import type { Specimen } from './found.ts';

const name = fc.stringMatching(/^[a-z][a-z_]{1,8}$/);
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{3,12}$/);
const comment = fc.constantFrom('', '', ' note', ' it\'s "noted" = {x}', ' é 🔑');
const blank = fc.constantFrom(' ', ' ', '  ', '\t');
const lineEnds = fc.constantFrom('\n', '\n', '\r\n');
const lastEnds = fc.constantFrom('', '\n', '\n\n');

/** One setting, for a format to write in one of its ways, which `style` chooses. */
interface Setting {
  readonly name: string;
  readonly value: string;
  readonly style: number;
  readonly comment: string;
  readonly blank: string;
}

const setting: fc.Arbitrary<Setting> = fc.record({ name, value: word, style: fc.nat(1000), comment, blank });

interface Section {
  readonly name: string;
  readonly settings: readonly Setting[];
}

const settings = fc.uniqueArray(setting, { selector: (each) => each.name, minLength: 1, maxLength: 7 });
const sections = fc.uniqueArray(fc.record({ name, settings }), {
  selector: (each) => each.name,
  minLength: 1,
  maxLength: 4,
});

type Write = (setting: Setting, indent: string) => string;

/** One of several ways to write a setting. */
function oneWay(...ways: readonly Write[]): Write {
  return (each, indent) => (ways[each.style % ways.length] as Write)(each, indent);
}

const hash = ({ comment: said }: Setting) => (said ? ` #${said}` : '');

const yamlSetting = oneWay(
  (s, indent) => `${indent}${s.name}:${s.blank.replace('\t', ' ')}${s.value}${hash(s)}`,
  (s, indent) => `${indent}${s.name}: '${s.value}''s'${hash(s)}`,
  (s, indent) => `${indent}"${s.name}": "${s.value}\\n"${hash(s)}`,
  (s, indent) => `${indent}${s.name}: |-${hash(s)}\n${indent}   ${s.value}\n${indent}   two\n`,
  (s, indent) => `${indent}${s.name}: >\n${indent}  ${s.value}\n${indent}  two\n${indent}# below`,
  (s, indent) => `${indent}${s.name}: { a: ${s.value},  b: "${s.value}", c: [1, ${s.value} ] }${hash(s)}`,
  (s, indent) =>
    `${indent}${s.name}:\n${indent}- ${s.value}${hash(s)}\n${indent}- '${s.value}'\n${indent}- a: ${s.value}`,
  (s, indent) => `${indent}${s.name}: &x_${s.name} ${s.value}\n${indent}${s.name}_again: *x_${s.name}`,
  (s, indent) => `${indent}${s.name}: !!str ${s.value}${hash(s)}\n\n${indent}#${s.comment}`,
);

const tomlSetting = oneWay(
  (s) => `${s.name}${s.blank}=${s.blank}"${s.value}"${hash(s)}`,
  (s) => `  ${s.name} = '${s.value}\\n'${hash(s)}`,
  (s) => `${s.name} = """\n${s.value}\\\n   two"""${hash(s)}`,
  (s) => `${s.name} = '''${s.value}\ntwo'''`,
  (s) => `${s.name} = { a = "${s.value}",  "b.c" = '${s.value}' }${hash(s)}`,
  (s) => `${s.name} = [ "${s.value}", # one\n  '${s.value}',\n]`,
  (s) => `"${s.name}.x".y = "\\u0041${s.value}"\n\n#${s.comment}`,
);

const hclSetting = oneWay(
  (s) => `${s.name}${s.blank}=${s.blank}"${s.value}"${hash(s)}`,
  (s) => `${s.name} = "${s.value}\\n\\"s\\"" //${s.comment}`,
  (s) => `${s.name} = { a = "${s.value}",  b : "${s.value}" } /*${s.comment} */`,
  (s) => `${s.name} = {\n  a = "${s.value}"${hash(s)}\n\n  "b.c" = [ "${s.value}", "two" ]\n}`,
  (s) => `${s.name} = [\n  "${s.value}", # one\n  "\${x}",\n]\n\n#${s.comment}`,
  (s) => `${s.name} = <<EOT\n${s.name} = "no"\nEOT\n${s.name}-b = "$\${${s.value}}"`,
);

const xmlSetting = oneWay(
  (s, indent) => `${indent}<${s.name}>${s.value}</${s.name}>`,
  (s, indent) => `${indent}<${s.name} a="${s.value} &amp; b"${s.blank}b='"${s.value}"'/>`,
  (s, indent) => `${indent}<${s.name}><![CDATA[${s.value} <&>]]></${s.name}>`,
  (s, indent) => `${indent}<${s.name} key="k"${s.blank}value="${s.value}" /><!--${s.comment}-->`,
  (s, indent) =>
    `${indent}<${s.name}>\n${indent}  <x>${s.value} &lt;b&gt;</x>\n${indent}  <y></y><z />\n${indent}</${s.name}>`,
);

const propertiesSetting = oneWay(
  (s) => `${s.name}=${s.value}`,
  (s) => `  ${s.name}${s.blank}:${s.blank}${s.value} two`,
  (s) => `${s.name}${s.blank}${s.value}\\u00e9 \\= three`,
  (s) => `${s.name}.x = ${s.value}, \\\n      two\\\n      three`,
  (s) => `#${s.comment}\n!${s.comment}\n\n${s.name}\\ y=${s.value}`,
);

const envSetting = oneWay(
  (s) => `${s.name}=${s.value}`,
  (s) => `export ${s.name}='${s.value} two'${hash(s)}`,
  (s) => `${s.name}="${s.value}\\ntwo"${hash(s)}`,
  (s) => `${s.name}=${s.value}${hash(s)}\n\n#${s.comment}`,
  (s) => `#${s.name}=${s.value}\n${s.name}= "${s.value}"`,
  (s) => `${s.name}='${s.value}\ntwo'`,
);

const phpSetting = oneWay(
  (s, indent) => `${indent}define('${s.name}',${s.blank}'${s.value}'); //${s.comment}`,
  (s, indent) => `${indent}DEFINE( "${s.name}" , "${s.value}\\n" )${s.blank};`,
  (s, indent) => `${indent}const ${s.name}X = '${s.value}\\'s'; #${s.comment}`,
  (s, indent) => `${indent}$_SESSION['${s.name}'] = '${s.value}';`,
  (s, indent) => `${indent}$c['p']["${s.name}"] = "${s.value}"; /*${s.comment} */`,
  (s, indent) => `${indent}$${s.name} = ['a' => '${s.value}', "b" => array(1, '${s.value}', 'c' => null)];`,
  (s, indent) =>
    `${indent}if (X) { define('${s.name}', '${s.value}'); } else { define('${s.name}', 'other'); }`,
  (s, indent) => `${indent}$${s.name} = <<<T\n  '${s.value}'\n  T;\n${indent}$${s.name}_b = false;`,
  (s, indent) => `${indent}$${s.name} = '${s.value}'; ?>\n<p class="é">🔑 <?= $x ?></p>\n<?php`,
);

const iniSetting = oneWay(
  (s) => `${s.name}=${s.value}`,
  (s) => `${s.name}${s.blank}=${s.blank}"${s.value} two"`,
  (s) => `;${s.comment}\n\n${s.name} = ${s.value}${s.comment ? ' ; note' : ''}`,
  (s) => `${s.name} = '${s.value}'`,
);

const pythonSetting = oneWay(
  (s) => `${s.name} = '${s.value}'${hash(s)}`,
  (s) => `${s.name}${s.blank}=${s.blank}"${s.value}\\n"`,
  (s) => `${s.name}: str = "${s.value}"; z = 1`,
  (s) => `${s.name} = {\n    'a': '${s.value}',${hash(s)}\n    "b": {"c": '''${s.value}'''},\n}`,
  (s) => `${s.name} = (\n  "${s.value}"\n)`,
  (s) => `${s.name} = r'${s.value}\\d'\n#${s.comment}\ndef f_${s.name}():\n\treturn '${s.value}'\n`,
);

const scriptSetting = oneWay(
  (s) => `const ${s.name} = '${s.value}'; //${s.comment}`,
  (s) => `export const ${s.name} =${s.blank}"${s.value}\\n"`,
  (s) => `let ${s.name} = \`${s.value}\` /*${s.comment} */;`,
  (s) => `export const ${s.name} = {\n  a: '${s.value}', "b": { c: ["${s.value}"] }, //${s.comment}\n};`,
  (s) => `const ${s.name}: Readonly<{ a: string }> = { 'a': '${s.value}\\'s' } as const;`,
  (s) => `const ${s.name} = { a: "${s.value}", f() { return \`\${x}'\`; } };\nconst ${s.name}_r = /["'\`]/;`,
);

const flat = (each: readonly Section[], write: Write, indent = '') =>
  each[0]?.settings.map((one) => write(one, indent)).join('\n') ?? '';

/** How a format writes a whole file. */
const writers: Readonly<Record<string, (sections: readonly Section[]) => string>> = {
  hcl: (all) => flat(all, hclSetting),
  ini: (all) => all.map((each) => `[${each.name}]\n${flat([each], iniSetting)}`).join('\n\n'),
  python: (all) => `# é\nimport os\n\n${flat(all, pythonSetting)}`,
  script: (all) => `import x from 'x';\n\n${flat(all, scriptSetting)}`,
  env: (all) => flat(all, envSetting),
  php: (all) => `<?php\n\n${flat(all, phpSetting, '  ')}`,
  properties: (all) => flat(all, propertiesSetting),
  toml: (all) =>
    all
      .map(({ name: title, settings: own }, index) => {
        const head = ['', `[s_${title}]`, `[ s.${title} ] # c`, `[[s_${title}]]`][Math.min(index, 3)];
        return `${head}\n${own.map((one) => tomlSetting(one, '')).join('\n')}`;
      })
      .join('\n\n'),
  xml: (all) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- é -->\n<root>\n${all
      .map(({ name: title, settings: own }) => {
        return `  <${title}>\n${own.map((one) => xmlSetting(one, '    ')).join('\n')}\n  </${title}>`;
      })
      .join('\n\n')}\n</root>`,
  yaml: (all) =>
    all
      .map(({ name: title, settings: own }, index) => {
        const indent = index % 2 ? '    ' : '  ';
        return `# ${title}\ns_${title}:\n${own.map((one) => yamlSetting(one, indent)).join('\n')}`;
      })
      .join('\n\n'),
};

const suffixes: Readonly<Record<string, string>> = { hcl: 'tfvars', python: 'py', script: 'ts' };

const each = 150;

/** Files in every way that the formats are written, the same in every run. */
export function generatedFiles(): Specimen[] {
  return Object.entries(writers).flatMap(([format, write]) => {
    if (!isFormatName(format)) return [];
    const text = fc.tuple(sections, lineEnds, lastEnds, fc.boolean()).map(([all, end, last, marked]) => {
      return (marked ? '\ufeff' : '') + `${write(all).trimEnd()}${last}`.replace(/\n/g, () => end);
    });
    return fc.sample(text, { numRuns: each, seed: 20 }).map((written, index) => ({
      format,
      file: `generated-${index}.${suffixes[format] ?? format}`,
      bytes: Buffer.from(written),
    }));
  });
}
