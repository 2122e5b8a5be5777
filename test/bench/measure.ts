import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** One program that is timed, from start to end. */
export interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What it reads from standard input, made anew for each run so that each has something to change. */
  readonly input?: () => string;
  /** For a native host, whose input stays open until it has answered: the request after each of its replies, if any. */
  readonly onReply?: (reply: string) => string | undefined;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The exit statuses that are not a failure; by default only 0. */
  readonly passes?: readonly number[];
  /** Restores what the previous run changed; not timed. */
  readonly before?: () => Promise<void>;
}

/** Says whether a contender's program is on this machine. */
export function isPresent({ command: [file] }: Contender): boolean {
  return spawnSync(file, ['--version'], { stdio: 'ignore' }).error === undefined;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds, one a run. */
  readonly runs: readonly number[];
  /** The peak resident memory, in MiB. */
  readonly memory: number;
}

/**
 * Times contenders in turn: each round runs every one once, so that other load on the machine affects all of them.
 *
 * @throws Error if a contender exits with an unexpected status: the time of a failure means nothing
 */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Timing[]> {
  const timings = contenders.map(({ name }) => ({ name, runs: [] as number[], memory: 0 }));
  for (let round = -1; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      await contender.before?.();
      const { milliseconds, memory } = await run(contender);
      const timing = timings[index];
      // The first round warms the disk's cache and is not counted.
      if (!timing || round < 0) continue;
      timing.runs.push(milliseconds);
      timing.memory = Math.max(timing.memory, memory);
    }
  }
  return timings;
}

export function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 ? upper : (upper + (ordered[middle - 1] ?? upper)) / 2;
}

async function run({
  command,
  input,
  onReply,
  env,
  cwd,
  name,
  passes = [0],
}: Contender): Promise<{ milliseconds: number; memory: number }> {
  const [file, ...args] = command;
  const start = performance.now();
  const child = spawn(file, args, { env: env ?? process.env, cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  const peak = watchMemory(child.pid);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdin.on('error', () => {});
  if (onReply) converse(child, onReply);
  else child.stdout.resume();
  if (onReply) child.stdin.write(input?.() ?? '');
  else child.stdin.end(input?.() ?? '');
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const milliseconds = performance.now() - start;
  if (!passes.includes(Number(status)))
    throw new Error(`${name} ended with ${status}: ${errors.trim().slice(0, 400)}`);
  return { milliseconds, memory: peak() };
}

/** Writes the next request after each whole frame of a native host, and ends its input after the last. */
function converse(
  { stdin, stdout }: ChildProcessWithoutNullStreams,
  onReply: (reply: string) => string | undefined,
): void {
  let pieces: Buffer[] = [];
  let size = 0;
  stdout.on('data', (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    const [first] = pieces;
    if (!first || size < 4) return;
    if (first.length < 4) pieces = [Buffer.concat(pieces)];
    const end = 4 + (pieces[0]?.readUInt32LE() ?? 0);
    if (size < end) return;
    const next = onReply(Buffer.concat(pieces).toString('utf8', 4, end));
    pieces = [];
    size = 0;
    if (next === undefined) stdin.end();
    else stdin.write(next);
  });
}

/** Reads the kernel's own high-water mark until the process is gone; 0 where there is no /proc. */
function watchMemory(pid: number | undefined): () => number {
  let peak = 0;
  const look = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
  };
  const timer = setInterval(look, 10);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
