import { join, resolve } from 'node:path';
import { type Contender, race } from './measure.ts';
import { randomKey } from './random-key.ts';
import { type Result, ratioGoal } from './table.ts';
import { applyCommand, openWorkshop } from './workshop.ts';

const count = 1_000;
const largestMemory = 100;

/** One key into 1,000 files, against a bare loop that writes as many as durably. */
export async function benchThousand(): Promise<Result> {
  const workshop = await openWorkshop();
  try {
    const names = Array.from({ length: count }, (_, index) => `${String(index).padStart(4, '0')}.env`);
    for (const name of names) {
      const text = `# shop ${name}\nAPP_ENV=prod\nPAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=2\n`;
      await workshop.write(`cle/${name}`, text);
      await workshop.write(`floor/${name}`, text);
    }
    const targets = names.map(
      (name) =>
        `    - { file: cle/${name}, set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey } }`,
    );
    await workshop.write(
      'cle.config.yaml',
      `version: 1\nenvironments:\n  homologation:\n${targets.join('\n')}\n`,
    );
    const floor = resolve(import.meta.dirname, 'floor.mjs');
    const contenders: Contender[] = [
      { name: 'floor', command: [process.execPath, floor, join(workshop.dir, 'floor')] },
      { name: 'cle apply', command: applyCommand(workshop.dir), input: randomKey },
    ];
    const timings = await race(
      contenders.map((contender) => ({ env: workshop.env, ...contender })),
      5,
    );
    const memory = timings[1]?.memory ?? Number.NaN;
    return {
      title: `${count.toLocaleString('en')} targets`,
      what: 'The floor reads, writes beside, fsyncs and renames each file, one after the other, and verifies nothing.',
      timings,
      against: ['floor'],
      goals: [
        ratioGoal(timings, 'cle apply', 'floor', 1.5),
        `memory ≤ ${largestMemory} MiB: ${memory.toFixed(0)} MiB, ${memory <= largestMemory ? 'met' : 'missed'}`,
      ],
    };
  } finally {
    await workshop.remove();
  }
}
