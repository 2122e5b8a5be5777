import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFileSchema } from '../../../configurator/project/json-schema.ts';
import { kits } from '../../../configurator/project/kits/kits.ts';
import { plugins } from '../../../configurator/project/kits/plugins.ts';
import { parseTree } from '../../../configurator/project/parse-tree.ts';
import { readProjectFile } from '../../../configurator/project/read-project-file.ts';
import {
  byHandWords,
  commandWords,
  environmentWords,
  fileWords,
  kitWords,
  rootWords,
  vaultWords,
} from '../../../configurator/project/words.ts';
import { fields } from '../../../shared/access-key.ts';
import { LanguageServer } from './language-server.ts';

let folder: string;
const server = new LanguageServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cle-schema-'));
  writeFileSync(join(folder, 'cle.schema.json'), JSON.stringify(await projectFileSchema('en')));
  await server.start();
});
afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});

let opened = 0;

/** Opens a project file in the editor, which finds the schema as README.md says; `|` in it is the cursor. */
async function edit(content: string) {
  const text = `# yaml-language-server: $schema=../cle.schema.json\n${content}`;
  const uri = pathToFileURL(join(folder, String(++opened), 'cle.config.yaml')).href;
  const before = text.split('|')[0]?.split('\n') ?? [];
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const diagnostics = await server.open(uri, text.replace('|', ''));
  return { uri, position, diagnostics };
}

const offered = async (text: string) => {
  const { uri, position } = await edit(text);
  return server.complete(uri, position);
};

const head = 'version: 1\nenvironments:\n  production:\n';

describe('an editor with the schema of the project file', () => {
  it('offers every word, each with its description', async () => {
    const root = await offered('|');
    for (const [word, { about }] of Object.entries(rootWords)) expect(root.get(word)).toBe(about.en);
    const environments = await offered('version: 1\nenvironments:\n  |\n');
    for (const [word, { about }] of Object.entries(environmentWords)) {
      expect(environments.get(word)).toBe(about.en);
    }
    const target = await offered(`${head}    - |\n`);
    const words = [fileWords, kitWords, byHandWords, commandWords, vaultWords].flatMap(Object.keys);
    expect([...target.keys()]).toEqual(expect.arrayContaining(words));
    expect(target.get('vault')).toBe(vaultWords.vault.about.en);
  });

  it('offers kits by their titles, fields by what they are, and the dialects of the format', async () => {
    const products = await offered(`${head}    - kit: |\n`);
    for (const { name, title } of [...kits, ...plugins]) expect(products.get(name)).toBe(title);
    const set = await offered(`${head}    - file: .env\n      set:\n        A: |\n`);
    expect([...set.keys()]).toEqual(expect.arrayContaining([...fields]));
    expect(set.get('accessKey')).toBe('the value of the key');
    const dialects = await offered(`${head}    - file: .env\n      dialect: |\n`);
    expect([...dialects.keys()]).toEqual(expect.arrayContaining(['dotenv', 'phpdotenv', 'symfony']));
  });

  it('explains the word under the cursor', async () => {
    const { uri, position } = await edit(`${head}    - fi|le: .env\n      set: { A: accessKey }\n`);
    expect(await server.hover(uri, position)).toContain(fileWords.file.about.en);
  });

  it('does the same in French', async () => {
    expect(JSON.stringify(await projectFileSchema('fr'))).toContain(fileWords.uncomment.about.fr);
  });
});

/** The line of the error that the program finds in a project file. */
function wrongLine(text: string): unknown {
  try {
    readProjectFile(parseTree(text));
    return undefined;
  } catch (error) {
    return (error as { params: { line?: number } }).params.line ?? 'somewhere';
  }
}

const good = `version: 1
merchant: "17626983201234"
environments:
  homologation:
    - { file: .env, dialect: symfony, uncomment: true, set: { A: accessKey } }
    - { file: settings, format: php, set: { A: { field: environment, homologation: HOMO } } }
    - { kit: magento-2 }
  production:
    - { kit: payline-php, file: lib/CONFIG.php }
    - { command: [gh, secret, set, K], set: accessKey }
    - { vault: https://vault.example:8200, mount: secret, path: /shop/payline/, set: { a: accessKey } }
    - { vault: VAULT_ADDR, nodes: [https://vault-1.example:8200], path: shop, set: { a: accessKey } }
`;

describe('an error in an editor', () => {
  it('is not shown if the program reports none', async () => {
    expect(wrongLine(good)).toBeUndefined();
    expect((await edit(good)).diagnostics).toEqual([]);
  });

  const wrong = [
    ['a misspelt word', 'merchant:', 'merchnat:'],
    ['an unknown environment', '  production:', '  prod:'],
    ['another version', 'version: 1', 'version: 2'],
    ['no version', 'version: 1\n', '# nothing\n'],
    ['a number for a merchant', '"17626983201234"', '17626983201234'],
    ['a field that no key has', 'A: accessKey } }', 'A: acessKey } }'],
    ['an unknown format', 'format: php', 'format: pph'],
    ['a text for a flag', 'uncomment: true', 'uncomment: "yes"'],
    ['a missing set', ', set: { A: accessKey } }', ' }'],
    ['an unknown kit', 'payline-php', 'payline-phq'],
    ['a kit without its file', ', file: lib/CONFIG.php', ''],
    ['a file beside a shop with a database', 'kit: magento-2', 'kit: magento-2, file: a.php'],
    ['addresses beside a kit', 'file: lib/CONFIG.php', 'file: lib/CONFIG.php, set: { A: accessKey }'],
    ['an absolute path', 'file: .env', 'file: /etc/env'],
    ['a path out of the project', 'file: .env', 'file: ../.env'],
    ['a drive', 'file: .env', 'file: "C:env"'],
    ['a command as a text', '[gh, secret, set, K]', 'gh secret set K'],
    ['a command without a program', '[gh, secret, set, K]', '[]'],
    ['a Vault without a scheme', 'https://vault', 'vault'],
    ['a node of Vault with a path', 'https://vault-1.example:8200', 'https://vault-1.example/path'],
    ['another variable for a Vault', 'VAULT_ADDR', 'VAULT_ADDRESS'],
    ['a place in Vault with a question mark', '/shop/payline/', 'shop?'],
    ['no word for the own environment', 'homologation: HOMO', 'production: PROD'],
    ['another field with words', 'field: environment,', 'field: accessKey,'],
    ['no list of targets', '    - { kit: magento-2 }', '    kit: magento-2'],
  ] as const;

  it('is shown if the program refuses', async () => {
    const texts = wrong.map(([what, from, to]) => ({ what, text: good.replace(from, to) }));
    const accepted = texts.filter(({ text }) => wrongLine(text) === undefined).map(({ what }) => what);
    expect(accepted, 'the program must refuse each').toEqual([]);
    const shown = await Promise.all(texts.map(async ({ text }) => (await edit(text)).diagnostics.length > 0));
    expect(texts.filter((_, index) => !shown[index]).map(({ what }) => what)).toEqual([]);
  });

  it('is shown for a dialect that the format does not have, which cle apply refuses', async () => {
    for (const [from, to] of [
      ['dialect: symfony', 'dialect: python'],
      ['format: php', 'format: php, dialect: dotenv'],
      ['file: lib/CONFIG.php', 'file: lib/CONFIG.php, dialect: dotenv'],
    ] as const) {
      expect((await edit(good.replace(from, to))).diagnostics.length, to).toBeGreaterThan(0);
    }
  });
});
