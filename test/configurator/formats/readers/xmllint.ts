import { spawnSync } from 'node:child_process';

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x9': '\t',
  '#xA': '\n',
  '#xD': '\r',
};

/** Canonical XML has these references and no others. */
function plain(canonical: string): string {
  return canonical.replace(/&([^;]*);/g, (_reference, name: string) => characters[name] ?? '\uFFFF');
}

/** An element's texts: each attribute and each text node, in file order. */
function texts(canonical: string): string[] {
  return [...canonical.matchAll(/="([^"]*)"|>([^<]+)(?=<\/)/g)].map(([, value, content]) =>
    plain(value ?? content ?? ''),
  );
}

/**
 * The texts of elements as libxml2 reads them. They are read as parts of one document, as xmllint cannot separate several.
 *
 * @param elements without an XML declaration
 */
export function xmllint(elements: readonly string[]): string[][] {
  const input = `<all>${elements.map((element) => `<part>${element}</part>`).join('')}</all>`;
  const { status, stdout, stderr, error } = spawnSync('xmllint', ['--c14n', '-'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`xmllint failed: ${stderr}`);
  return stdout.split('<part>').slice(1).map(texts);
}
