import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import dotenv from 'dotenv';

/** What a reader holds after it has read a file; `undefined` where it refused it. */
export type Reading = Readonly<Record<string, string | undefined>> | undefined;

/** Reads many files with one start of the reader. */
export type Reader = (texts: readonly string[]) => Reading[];

const { PATH } = process.env;
const folder = join(import.meta.dirname, 'readers');

function run(command: string, file: string, input: string): string {
  const { status, stdout, stderr } = spawnSync(command, [join(folder, file)], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { PATH, LANG: 'C.UTF-8' },
  });
  if (status !== 0) throw new Error(`${command} ${file} ended with ${status}: ${stderr}`);
  return stdout;
}

function overJson(command: string, file: string): Reader {
  return (texts) =>
    (JSON.parse(run(command, file, JSON.stringify(texts))) as (Reading | null)[]).map(
      (read) => read ?? undefined,
    );
}

const inBash: Reader = (texts) => {
  const values = run('bash', 'bash.sh', texts.map((text) => `${text}\0`).join('')).split('\0');
  return texts.map((_, index) => {
    const [BEFORE, KEY, AFTER] = values.slice(3 * index);
    return { BEFORE, KEY, AFTER };
  });
};

/**
 * The rule as seen in Docker's command line 28.2, written down here because Debian's package would bring a daemon.
 */
const asDocker: Reader = (texts) =>
  texts.map((text) => {
    const lines = text.split(/\r?\n/).map((line) => line.trimStart());
    const variables = lines.filter((line) => line.includes('=') && !line.startsWith('#'));
    return Object.fromEntries(
      variables.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
  });

/** The programs that a dialect is for. All must read the same. */
export const readers: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  dotenv: {
    dotenv: (texts) => texts.map((text) => dotenv.parse(text)),
    'node --env-file': (texts) => texts.map((text) => ({ ...parseEnv(text) })),
  },
  docker: { docker: asDocker },
  phpdotenv: { phpdotenv: overJson('php', 'phpdotenv.php') },
  symfony: { symfony: overJson('php', 'symfony.php') },
  bash: { bash: inBash },
  'python-dotenv': { 'python-dotenv': overJson('/usr/bin/python3', 'python-dotenv.py') },
  ruby: { dotenv: overJson('ruby', 'ruby.rb') },
  dotenvx: { dotenvx: overJson(process.execPath, 'dotenvx.cjs') },
};
