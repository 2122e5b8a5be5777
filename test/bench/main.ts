import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { npmScript } from '../setup/npm-script.ts';
import { installMissing, type Peer } from '../setup/peers.ts';
import { benchApply } from './apply.ts';
import { benchCapture } from './capture.ts';
import { benchContentScript } from './content-script.ts';
import { benchFleet } from './fleet.ts';
import { benchHost } from './host.ts';
import { benchLarge } from './large.ts';
import { benchScan } from './scan.ts';
import { benchStart } from './start.ts';
import { benchState } from './state.ts';
import { type Result, toMarkdown } from './table.ts';
import { benchThousand } from './thousand.ts';
import { benchTree } from './tree.ts';

/** The editors that one apply is compared with. If they are missing and cannot be installed, the table says so. */
const rivals: readonly Peer[] = [
  { command: 'crudini', package: 'crudini', reads: 'INI' },
  { command: 'augtool', package: 'augeas-tools', reads: '.env as a shell does' },
  { command: 'yq', package: 'yq', reads: 'YAML' },
];

/** The machine that the figures belong to. Any load besides the benchmark blurs them. */
function describeMachine(): string {
  const [first, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${others.length + 1} × ${first?.model.trim()}, ${memory} GiB, ${type()} ${release()}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} before the start`;
}

/** By the name that `npm run bench -- NAME…` takes. */
const benches: Readonly<Record<string, () => Promise<Result>>> = {
  start: benchStart,
  host: benchHost,
  apply: benchApply,
  thousand: benchThousand,
  large: benchLarge,
  tree: benchTree,
  fleet: benchFleet,
  scan: benchScan,
  state: benchState,
  'content-script': benchContentScript,
  capture: benchCapture,
};

/** These need a build of the extension first; the others build the command line themselves. */
const withExtension = ['content-script', 'capture'];

const named = process.argv.slice(2);
const unknown = named.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined)
  throw new Error(`no benchmark is called ${unknown}; there are ${Object.keys(benches).join(', ')}`);
const chosen = named.length > 0 ? named : Object.keys(benches);
if (chosen.includes('apply'))
  installMissing(rivals, 'the benchmark runs beside them', (line) => process.stdout.write(`${line}\n`));
if (chosen.some((name) => withExtension.includes(name)) && !npmScript('build'))
  throw new Error('the programs could not be built; its output is above');
const machine = describeMachine();
const sections: string[] = [];
for (const name of chosen) {
  const bench = benches[name];
  if (!bench) continue;
  const section = toMarkdown(await bench());
  process.stdout.write(`${section}\n`);
  sections.push(section);
}
const head = [
  '# Benchmarks',
  '',
  `Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.`,
  'Every round runs each program once, in turn; times are whole processes. Ratios carry over to other machines, times do not.',
  '',
];
// A partial run is not a complete report: it is only printed.
if (named.length === 0)
  await writeFile(join(import.meta.dirname, 'RESULTS.md'), [...head, ...sections].join('\n'));
else process.stdout.write(`${machine}\n`);
