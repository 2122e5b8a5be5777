import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumId } from '../../shared/extension-ids.ts';
import { registryOfTests } from '../e2e/harness/workspace.ts';
import { cle } from './built.ts';
import { type Contender, median, race, type Timing } from './measure.ts';
import { randomKey } from './random-key.ts';
import type { Result } from './table.ts';

const counts = [1, 10, 100, 1_000];
const rounds = 3;
/** How much more a project may cost in the largest set than in the second largest. */
const most = 1.2;

const projectFile = `version: 1
merchant: "17626983201234"
environments:
  homologation:
    - file: .env
      set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey }
`;

/** That many registered projects, each with a place for a key. */
interface Fleet {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

async function openFleet(count: number): Promise<Fleet> {
  const root = await mkdtemp(join(tmpdir(), `cle-fleet-${count}-`));
  const state = join(root, 'state');
  await mkdir(state, { mode: 0o700 });
  const names = Array.from({ length: count }, (_, index) => `shop-${String(index).padStart(4, '0')}`);
  for (const name of names) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, 'cle.config.yaml'), projectFile);
    await writeFile(join(root, name, '.env'), 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=2\n');
  }
  const id = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32);
  const projects = names.map((name) => ({ id: id(name), dir: join(root, name) }));
  await writeFile(join(state, 'projects.json'), JSON.stringify({ version: 1, projects }), { mode: 0o600 });
  const env = {
    HOME: root,
    CLE_HOME: state,
    CLE_REGISTRY: registryOfTests,
    PATH: process.env['PATH'],
    NO_COLOR: '1',
  };
  spawnSync(process.execPath, [cle, 'connect', '--browser', 'chromium', '--yes'], { env });
  return { root, env };
}

/** The operations on all projects, by name. */
function contendersFor({ root, env }: Fleet): Readonly<Record<string, Contender>> {
  const host = [join(root, 'state/host/cle_en_main'), `chrome-extension://${chromiumId}/`] as const;
  const ask = (type: string) => {
    const ask = (from: number) => frame({ v: 1, id: randomUUID(), type, from });
    const onReply = (text: string) => {
      largestReply = Math.max(largestReply, Buffer.byteLength(text));
      const { ok, next } = JSON.parse(text) as { ok: boolean; next?: number };
      if (!ok) throw new Error(`${type}: ${text}`);
      return next === undefined ? undefined : ask(next);
    };
    return { name: '', env, command: host, input: () => ask(0), onReply };
  };
  const run = (...words: string[]) => [process.execPath, cle, ...words] as [string, ...string[]];
  const floor = join(import.meta.dirname, 'floor-fleet.mjs');
  return {
    'apply --all': {
      name: '',
      env,
      command: run('apply', '-', '--all', '--yes', '--json'),
      input: randomKey,
    },
    'its floor': { name: '', env, command: [process.execPath, floor, root] },
    held: ask('held'),
    projects: ask('projects'),
    doctor: { name: '', env, command: run('doctor', '--json'), passes: [0, 3, 4] },
    'status --all': { name: '', env, command: run('status', '--all', '--json'), passes: [0, 4] },
  };
}

/** In bytes, of all that the host has said. */
let largestReply = 0;

function frame(message: object): string {
  const text = JSON.stringify(message);
  return `${String.fromCharCode(text.length & 127, text.length >> 7)}\0\0${text}`;
}

/** The scaling table: how long each operation takes for 1 project and for more, and the cost per project. */
export async function benchFleet(): Promise<Result> {
  const fleets = await Promise.all(counts.map(openFleet));
  try {
    const contenders = fleets.flatMap((fleet, index) =>
      Object.entries(contendersFor(fleet)).map(([name, contender]) => ({
        ...contender,
        name: nameOf(name, counts[index] ?? 0),
      })),
    );
    const timings = await race(contenders, rounds);
    const names = Object.keys(contendersFor({ root: '', env: {} }));
    return {
      title: 'Many projects',
      what: 'All projects of a machine, each with one small file. The floor of `apply --all` does for each what an installation cannot do without: it writes the backup, the file and the receipt durably. Of the host, the memory is that of the shell that starts it.',
      timings: timings.toSorted(
        (a, b) => names.indexOf(a.name.split(',')[0] ?? '') - names.indexOf(b.name.split(',')[0] ?? ''),
      ),
      against: [],
      goals: [
        ...names.filter((name) => name !== 'its floor').map((name) => scaling(timings, name)),
        held(timings),
        applied(timings),
        replies(),
      ],
    };
  } finally {
    await Promise.all(fleets.map(({ root }) => rm(root, { recursive: true, force: true })));
  }
}

function nameOf(name: string, count: number): string {
  return `${name}, ${count.toLocaleString('en')}`;
}

function at(timings: readonly Timing[], name: string, count: number): number {
  return median(timings.find((timing) => timing.name === nameOf(name, count))?.runs ?? []);
}

/** In milliseconds, what a project costs beyond the first. */
function each(timings: readonly Timing[], name: string, count: number): number {
  return (at(timings, name, count) - at(timings, name, 1)) / (count - 1);
}

function scaling(timings: readonly Timing[], name: string): string {
  const [few, many] = [each(timings, name, 100), each(timings, name, 1_000)];
  const ratio = many / few;
  return `${name}, a project among 1,000 ≤ ${most} × one among 100: ${few.toFixed(2)} ms and ${many.toFixed(2)} ms, ${ratio.toFixed(2)}, ${ratio <= most ? 'met' : 'missed'}`;
}

function held(timings: readonly Timing[]): string {
  const beyond = at(timings, 'held', 100) - at(timings, 'held', 1);
  return `held, 100 projects ≤ 100 ms beyond one: ${beyond.toFixed(0)} ms, ${beyond <= 100 ? 'met' : 'missed'}`;
}

function applied(timings: readonly Timing[]): string {
  const one = each(timings, 'apply --all', 1_000);
  return `apply --all ≤ 12 ms a project: ${one.toFixed(1)} ms beside ${each(timings, 'its floor', 1_000).toFixed(1)} ms of the floor, ${one <= 12 ? 'met' : 'missed'}`;
}

function replies(): string {
  const size = (largestReply / 1024).toFixed(0);
  return `replies ≤ 1 MiB, paged: the largest has ${size} KiB, ${largestReply <= 2 ** 20 ? 'met' : 'missed'}`;
}
