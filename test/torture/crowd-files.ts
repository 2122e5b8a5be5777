/** The report of a writer of a crowd. */
export interface WriterReport {
  readonly name: string;
  /** The value that it wrote last: throwaway, as all values here. */
  readonly last: string;
  /** Its own edits that were gone at its next turn. */
  readonly lost: number;
  /** Refusals: of plans because a file had changed, or of files that were moved. */
  readonly refusals: number;
}

/** The entry of a writer in each of the shared files. */
export function entryOf(name: string): string {
  return `KEY_${name}`;
}

/** The project file of one writer: its own entries in the shared files. */
export function projectText(name: string): string {
  return `version: 1
environments:
  homologation:
    - { file: .env, set: { ${entryOf(name)}: accessKey } }
    - { file: lib/payline.yaml, set: { payline.${entryOf(name)}: accessKey } }
`;
}

/** The shared files with an entry for each writer. */
export function sharedFiles(names: readonly string[]): Readonly<Record<string, string>> {
  const lines = (line: (name: string) => string) => names.map(line).join('');
  return {
    '.env': `# shared\n${lines((name) => `${entryOf(name)}=none\n`)}`,
    'lib/payline.yaml': `# shared\npayline:\n${lines((name) => `  ${entryOf(name)}: none\n`)}`,
  };
}
