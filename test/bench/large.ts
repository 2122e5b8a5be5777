import { type Contender, median, race, type Timing } from './measure.ts';
import { randomKey } from './random-key.ts';
import type { Result } from './table.ts';
import { applyCommand, openWorkshop, type Workshop } from './workshop.ts';

const mebibyte = 1024 * 1024;

/** A `.env` of a given size with the two entries in its middle. */
function largeEnv(size: number): string {
  const line = 'SOME_OTHER_SETTING_%=a value of ordinary length # and a comment\n';
  const half = Array.from({ length: Math.floor(size / 2 / line.length) }, (_, index) =>
    line.replace('%', `${index}`),
  );
  const rest = half.map((text) => text.replace('SOME', 'ANY'));
  return [...half, 'PAYLINE_MERCHANT_ID=1\nPAYLINE_ACCESS_KEY=2\n', ...rest].join('');
}

async function openLarge(size: number): Promise<Workshop> {
  const workshop = await openWorkshop();
  await workshop.write('.env', largeEnv(size));
  await workshop.write(
    'cle.config.yaml',
    'version: 1\nenvironments:\n  homologation:\n    - { file: .env, set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey } }\n',
  );
  return workshop;
}

/** The cost of a large file beyond that of a small one, for 1 and for 10 MiB. */
function growth([small, one, ten]: readonly Timing[]): string {
  const at = (timing: Timing | undefined) => median(timing?.runs ?? []);
  const ratio = (at(ten) - at(small)) / (at(one) - at(small));
  return `ten times the size ≤ 12 × the cost beyond a small file: ${ratio.toFixed(1)}, ${ratio <= 12 ? 'met' : 'missed'}`;
}

/** How the cost of one apply grows with the size of the file. */
export async function benchLarge(): Promise<Result> {
  const sizes = [
    { name: 'cle apply, 1 KiB', size: 1024 },
    { name: 'cle apply, 1 MiB', size: mebibyte },
    { name: 'cle apply, 10 MiB', size: 10 * mebibyte },
  ];
  const workshops = await Promise.all(sizes.map(({ size }) => openLarge(size)));
  try {
    const contenders: Contender[] = workshops.map(({ dir, env }, index) => ({
      name: sizes[index]?.name ?? '',
      command: applyCommand(dir),
      input: randomKey,
      env,
    }));
    const timings = await race(contenders, 5);
    return {
      title: 'A large file',
      what: 'One key into a `.env` of each size.',
      timings,
      against: ['cle apply, 1 KiB'],
      goals: [growth(timings)],
    };
  } finally {
    await Promise.all(workshops.map((workshop) => workshop.remove()));
  }
}
