import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Contender, isPresent, race } from './measure.ts';
import { randomKey, randomValue } from './random-key.ts';
import { type Result, ratioGoal } from './table.ts';
import { applyCommand, openWorkshop, type Workshop } from './workshop.ts';

const project = `version: 1
environments:
  homologation:
    - file: .env
      set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey }
`;

const env = `# shop
APP_ENV=prod
PAYLINE_MERCHANT_ID=1
PAYLINE_ACCESS_KEY=2
MAILER_DSN=null://null
`;

function peers({ dir }: Workshop): Contender[] {
  const file = (name: string) => join(dir, name);
  const dotenvx = resolve('node_modules/.bin/dotenvx');
  return [
    {
      name: 'dotenvx set',
      command: [
        process.execPath,
        dotenvx,
        'set',
        'PAYLINE_ACCESS_KEY',
        randomValue(),
        '--plain',
        '-f',
        file('peer.env'),
      ],
    },
    {
      name: 'crudini --set',
      command: ['crudini', '--set', file('peer.ini'), 'payline', 'access_key', randomValue()],
    },
    {
      name: 'augtool set',
      command: ['augtool', '--noautoload', '--transform', `Shellvars.lns incl ${file('peer.sh')}`],
      input: () => `load\nset /files${file('peer.sh')}/PAYLINE_ACCESS_KEY ${randomValue()}\nsave\n`,
    },
    {
      name: 'yq -i',
      command: ['yq', '-y', '-i', `.payline.access_key = "${randomValue()}"`, file('peer.yaml')],
    },
  ];
}

/** One key into one small `.env`, against tools that set one value in a file of theirs. */
export async function benchApply(): Promise<Result> {
  const workshop = await openWorkshop();
  try {
    await workshop.write('cle.config.yaml', project);
    await workshop.write('.env', env);
    const before = async () => {
      await writeFile(join(workshop.dir, 'peer.env'), env);
      await writeFile(join(workshop.dir, 'peer.sh'), env);
      await writeFile(join(workshop.dir, 'peer.ini'), '[payline]\naccess_key = 2\n');
      await writeFile(join(workshop.dir, 'peer.yaml'), 'payline:\n  access_key: "2"\n');
    };
    const others = peers(workshop);
    const contenders: Contender[] = [
      { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
      { name: 'cle apply', command: applyCommand(workshop.dir), input: randomKey },
      ...others.filter(isPresent),
    ];
    const timings = await race(
      contenders.map((contender) => ({ env: workshop.env, before, ...contender })),
      20,
    );
    return {
      title: 'One apply',
      what: 'One key into one small file of a project that had one before. `cle` plans, verifies, writes durably and reads back two values; the others set one.',
      timings,
      absent: others.filter((contender) => !isPresent(contender)).map(({ name }) => name),
      against: ['node -e 0', 'dotenvx set'],
      goals: [
        ratioGoal(timings, 'cle apply', 'node -e 0', 1.9),
        ratioGoal(timings, 'cle apply', 'dotenvx set', 0.5),
      ],
    };
  } finally {
    await workshop.remove();
  }
}
