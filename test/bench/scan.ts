import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cle } from './built.ts';
import { type Contender, race } from './measure.ts';
import { randomKey } from './random-key.ts';
import { type Result, ratioGoal } from './table.ts';
import { applyCommand, openWorkshop, type Workshop } from './workshop.ts';

const blobs = 62_000;
/** In bytes, of each on average: more than a gibibyte together. */
const average = 17_500;
const rounds = 3;
const largestMemory = 250;

const words =
  'const return function import export class value shop order payment config test null true data list'.split(
    ' ',
  );

/** Text like source code: words, indentation, numbers. The same for each run. */
function sourceText(length: number): Buffer {
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed >>> 8;
  };
  const lines: string[] = [];
  for (let size = 0; size < length; size += lines.at(-1)?.length ?? 1) {
    const line = Array.from({ length: 4 + (next() % 6) }, () => words[next() % words.length]).join(' ');
    lines.push(`${'  '.repeat(next() % 4)}${line} ${next().toString(36)};\n`);
  }
  return Buffer.from(lines.join(''));
}

/** Makes a history of many contents, as a stream for git fast-import. One of them has the key. */
async function plant({ dir }: Workshop, key: string): Promise<void> {
  const git = (...args: string[]) => spawnSync('git', ['-C', dir, ...args], { stdio: 'ignore' });
  git('init', '--quiet');
  const fast = ['-c', 'core.compression=1', '-c', 'pack.compression=1', '-C', dir, 'fast-import', '--quiet'];
  const taking = spawn('git', fast, { stdio: ['pipe', 'ignore', 'inherit'] });
  const text = sourceText(4 * 1024 * 1024);
  const perCommit = 50;
  for (let blob = 0; blob < blobs; blob++) {
    if (blob % perCommit === 0)
      taking.stdin.write(`commit refs/heads/main\ncommitter a <a@example.org> ${blob} +0000\ndata 1\nx\n`);
    const size = average / 2 + ((blob * 7919) % average);
    const begin = (blob * 104_729) % (text.length - 2 * average);
    const body = Buffer.concat([
      Buffer.from(`// ${blob} ${blob === blobs / 2 ? key : ''}\n`),
      text.subarray(begin, begin + size),
    ]);
    taking.stdin.write(`M 100644 inline src/${blob % 500}.js\ndata ${body.length}\n`);
    taking.stdin.write(body);
    if (!taking.stdin.write('\n')) await once(taking.stdin, 'drain');
  }
  taking.stdin.end();
  const [status] = await once(taking, 'close');
  if (status !== 0) throw new Error(`git fast-import ended with ${status}`);
}

/** The search of a large repository for known keys, compared with git itself printing all of its objects. */
export async function benchScan(): Promise<Result> {
  const workshop = await openWorkshop();
  try {
    const { dir, env } = workshop;
    await workshop.write('.env', 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=2\n');
    await workshop.write(
      'cle.config.yaml',
      'version: 1\nenvironments:\n  homologation:\n    - { file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } }\n',
    );
    const key = randomKey();
    const [node, ...words] = applyCommand(dir);
    const applied = spawnSync(node, words, { env, input: key, encoding: 'utf8' });
    if (applied.status !== 0) throw new Error(applied.stderr);
    await plant(workshop, (JSON.parse(key) as { accessKey: string }).accessKey);
    const command: [string, ...string[]] = [process.execPath, cle, 'scan', dir, '--json'];
    const found = JSON.parse(spawnSync(command[0], command.slice(1), { env, encoding: 'utf8' }).stdout) as {
      found: unknown[];
      objects: number;
      complete: boolean;
    };
    const all = ['cat-file', '--batch-all-objects', '--batch', '--buffer', '--unordered'];
    const contenders: Contender[] = [
      { name: 'git cat-file', command: ['git', '-C', dir, ...all], env },
      { name: 'cle scan', command, env },
    ];
    const timings = await race(contenders, rounds);
    const memory = timings[1]?.memory ?? Number.NaN;
    return {
      title: 'A search of a large repository',
      what: `${found.objects.toLocaleString('en')} objects, ${blobs.toLocaleString('en')} of them contents of files, more than a gibibyte. One holds a key, and so does the file that it was installed in: found in ${found.found.length} places${found.complete ? ', everything read' : ''}. Git gives everything and looks at nothing.`,
      timings,
      against: ['git cat-file'],
      goals: [
        ratioGoal(timings, 'cle scan', 'git cat-file', 2),
        `memory ≤ ${largestMemory} MiB: ${memory.toFixed(0)} MiB, ${memory <= largestMemory ? 'met' : 'missed'}`,
      ],
    };
  } finally {
    await workshop.remove();
  }
}
