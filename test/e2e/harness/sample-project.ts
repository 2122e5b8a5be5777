import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../../../shared/environment.ts';

/** What the files of the sample project say. */
export interface SampleValues {
  readonly merchantId: string;
  readonly accessKey: string;
  readonly reference: string;
  readonly word: string;
}

/** What Payline's own kits call an environment. */
export function wordOf(environment: Environment): string {
  return environment === 'production' ? 'PROD' : 'HOMO';
}

const byteOrderMark = '\u{feff}';

const dotenvLines = [
  '# Shop "Aux Clés d’Or"',
  'APP_URL="https://shop.example" # not the console',
  '',
  '# Payline',
  'PAYLINE_MERCHANT_ID={merchantId}',
  "PAYLINE_ACCESS_KEY='{accessKey}'   # shown once",
  'PAYLINE_ENVIRONMENT={word}',
  'PAYLINE_CONTRACT_NUMBER=0123456',
  '# PAYLINE_ACCESS_KEY=an-older-one',
  '',
];

const yamlLines = [
  '# One block for every shop',
  'payline:',
  '    merchant_id:   "{merchantId}"   # a string: ids keep their zeros',
  "    access_key:    '{accessKey}'",
  '    environment:   {word}',
  '    contracts: [ "0123456",  CB ]',
  'mailer: {dsn: "smtp://localhost"}',
];

const phpLines = [
  '<?php ',
  '\t// connection settings ',
  "\tDEFINE('MERCHANT_ID', '{merchantId}'); ",
  "\tDEFINE('ACCESS_KEY', '{accessKey}'); ",
  "\tDEFINE('ACCESS_KEY_REF', '{reference}'); ",
  "\tDEFINE('PROXY_HOST', ''); ",
  "\tDEFINE('ENVIRONMENT', '{word}'); ",
  '',
  '\t// web services settings ',
  "\tDEFINE( 'CONTRACT_NUMBER', 'CB'); // not the key's",
  '?> ',
];

/** The text of each file, with a blank for each value: CRLF, tabs, trailing blanks, a BOM, no final newline. */
const templates: Readonly<Record<string, string>> = {
  '.env': dotenvLines.join('\r\n'),
  'config/payline.yaml': byteOrderMark + yamlLines.join('\n'),
  'lib/CONFIG.php': phpLines.join('\r\n'),
};

export const sampleFiles: readonly string[] = Object.keys(templates);

/** What a file holds, to the byte, when it says these values. */
export function sampleContent(file: string, values: SampleValues): Buffer {
  const template = templates[file];
  if (template === undefined) throw new RangeError(`the sample project has no ${file}`);
  return Buffer.from(
    template.replace(
      /\{(merchantId|accessKey|reference|word)\}/g,
      (_, name: keyof SampleValues) => values[name],
    ),
  );
}

/** Writes the sample project as it is before a key is installed. */
export function writeSample(project: string, values: SampleValues): void {
  for (const file of sampleFiles) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), sampleContent(file, values));
  }
}

/** The bytes of every file of the sample project, by name. */
export function readSample(project: string): Record<string, Buffer> {
  return Object.fromEntries(sampleFiles.map((file) => [file, readFileSync(join(project, file))]));
}

/** The bytes that every file holds when it says these values, by name. */
export function expectedSample(values: SampleValues): Record<string, Buffer> {
  return Object.fromEntries(sampleFiles.map((file) => [file, sampleContent(file, values)]));
}
