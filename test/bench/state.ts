import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cle } from './built.ts';
import { type Contender, race } from './measure.ts';
import { randomKey } from './random-key.ts';
import { type Result, ratioGoal } from './table.ts';
import { applyCommand, openWorkshop, type Workshop } from './workshop.ts';

const [projects, weeks, backups] = [200, 520, 5];

const projectFile =
  'version: 1\nenvironments:\n  homologation:\n    - { file: .env, set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey } }\n';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function openShop(): Promise<Workshop> {
  const workshop = await openWorkshop();
  await workshop.write('cle.config.yaml', projectFile);
  await workshop.write('.env', 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=2\n');
  await mkdir(workshop.state, { mode: 0o700 });
  return workshop;
}

/** A state folder after ten years with a key a week in 200 projects, each file as large as possible. */
async function fill({ state }: Workshop): Promise<void> {
  const put = (name: string, text: string) => writeFile(join(state, name), text, { mode: 0o600 });
  const ids = Array.from({ length: projects }, (_, at) => hash(`${at}`).slice(0, 32));
  const registered = ids.map((id) => ({ id, dir: `/shops/${id}` }));
  await put('projects.json', JSON.stringify({ version: 1, projects: registered }));
  const keyOf = (at: number) => ({
    environment: 'homologation',
    merchantId: '17626983201234',
    reference: 'a key',
    masked: '*****qV8',
    fingerprint: hash(`key ${at}`).slice(0, 11),
  });
  const receipts = Array.from({ length: 2_000 }, (_, at) =>
    JSON.stringify({
      captureId: randomUUID(),
      project: ids[at % projects],
      key: keyOf(at),
      installed: new Date(at * 1000).toISOString(),
      targets: [{ file: '.env', change: 'changed', fields: ['accessKey'], sha256: hash(`${at}`) }],
    }),
  );
  await put('journal.jsonl', receipts.map((line) => `\n${line}`).join(''));
  const known = Array.from({ length: 1_000 }, (_, at) =>
    JSON.stringify({
      ...keyOf(at),
      length: 20,
      hmac: hash(`${at}`),
      run: { at: 0, length: 20, hmac: hash(`${at}`) },
    }),
  );
  await put(
    'known-keys.jsonl',
    [JSON.stringify({ version: 1, secret: hash('secret') }), ...known].join('\n'),
  );
  const ends = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, at) => [keyOf(at).fingerprint, '2026-01-02']),
  );
  await put('key-ends.json', JSON.stringify({ version: 1, ends }));
  await mkdir(join(state, 'backups'), { mode: 0o700 });
  for (const id of ids) {
    await put(`used-${id}.txt`, Array.from({ length: weeks }, () => `\n${randomUUID()}`).join(''));
    await mkdir(join(state, 'backups', id), { mode: 0o700 });
    for (let number = 1; number <= backups; number++) {
      await put(`backups/${id}/${id}-${String(number).padStart(8, '0')}.age`, 'x'.repeat(400));
    }
  }
}

/** Whether a large state folder slows the commands. */
export async function benchState(): Promise<Result> {
  const [empty, full] = [await openShop(), await openShop()];
  try {
    await fill(full);
    const of = (name: string, { dir, env }: Workshop): Contender[] => [
      { name: `cle status, ${name}`, command: [process.execPath, cle, 'status', '--project', dir], env },
      { name: `cle apply, ${name}`, command: applyCommand(dir), env, input: randomKey },
    ];
    const timings = await race([...of('empty state', empty), ...of('ten years', full)], 15);
    const size = (await readFile(join(full.state, 'journal.jsonl'))).length;
    return {
      title: 'A state folder of ten years',
      what: `A key a week in ${projects} projects: a journal of ${Math.round(size / 1024)} KiB, 1,000 known keys, ${projects * backups} backups, ${(projects * weeks).toLocaleString('en')} used captures.`,
      timings,
      against: [],
      goals: [
        ratioGoal(timings, 'cle status, ten years', 'cle status, empty state', 1.1),
        ratioGoal(timings, 'cle apply, ten years', 'cle apply, empty state', 1.1),
      ],
    };
  } finally {
    await Promise.all([empty, full].map((workshop) => workshop.remove()));
  }
}
