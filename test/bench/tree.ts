import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cle } from './built.ts';
import { type Contender, median, race } from './measure.ts';
import type { Result } from './table.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const folders = 2_500;
const longest = 1_000;

/** The contents of a shop's folder, twenty files: source code, settings, pictures. */
const names = ['Model.php', 'config.php', 'settings.yaml', 'labels.json', 'view.ts', 'style.css'].concat([
  'Helper.php',
  'module.xml',
  'logo.svg',
  'page.html',
]);

async function plant(workshop: Workshop): Promise<void> {
  const filler = 'some text that says nothing of it\n'.repeat(40);
  for (let folder = 0; folder < folders; folder++) {
    const files = [...names, ...names.map((name) => `Other${name}`)];
    const path = `app/module${folder % 50}/part${folder}`;
    await Promise.all(files.map((file) => workshop.write(`${path}/${file}`, filler)));
  }
  await workshop.write('.env', 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=2\n');
}

/** `cle init` in a tree of 50,000 files, against the search for a word in all of them. */
export async function benchTree(): Promise<Result> {
  const workshop = await openWorkshop();
  try {
    await plant(workshop);
    const { dir: cwd, env } = workshop;
    const contenders: Contender[] = [
      { name: 'grep -rliE', command: ['grep', '-rliE', 'payline|monext', '.'], cwd, env },
      {
        name: 'cle init',
        command: [process.execPath, cle, 'init', '--yes', '--json'],
        cwd,
        env,
        before: () => rm(join(cwd, 'cle.config.yaml'), { force: true }),
      },
    ];
    const timings = await race(contenders, 5);
    const milliseconds = median(timings[1]?.runs ?? []);
    return {
      title: 'A tree of 50,000 files',
      what: 'One of them takes a key. grep reads every file, `cle init` those that may be configuration.',
      timings,
      against: ['grep -rliE'],
      goals: [
        `cle init ≤ ${longest} ms: ${milliseconds.toFixed(0)} ms, ${milliseconds <= longest ? 'met' : 'missed'}`,
      ],
    };
  } finally {
    await workshop.remove();
  }
}
