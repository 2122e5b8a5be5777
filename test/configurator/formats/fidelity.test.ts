import { beforeAll, describe, expect, it } from 'vitest';
import { type FormatName, formatNames, loadFormat } from '../../../configurator/formats/registry.ts';
import { type Change, change, difference, type Outcome } from './fidelity/changes.ts';
import { machineFiles, packagedFiles, type Specimen } from './fidelity/found.ts';
import { generatedFiles } from './fidelity/generated.ts';
import { type Leaves, otherReaders } from './fidelity/leaves.ts';

/** The least number of files to cover. Every machine has them: generated, or from a locked package. */
const least: Readonly<Record<string, number>> = {
  env: 140,
  hcl: 140,
  ini: 140,
  json: 350,
  php: 140,
  properties: 140,
  python: 140,
  script: 250,
  toml: 140,
  xml: 140,
  yaml: 145,
};

const outcomes = new Map<FormatName, Outcome>(
  formatNames.map((name) => [name, { changes: [], refusedFiles: [], refusedValues: [], empty: [] }]),
);
const sure: Specimen[] = [...packagedFiles(), ...generatedFiles()];

const outcomeOf = (name: FormatName) => outcomes.get(name) as Outcome;
const filesOf = (changes: readonly Change[]) => new Set(changes.map(({ specimen }) => specimen));

beforeAll(async () => {
  for (const specimen of [...sure, ...machineFiles()]) {
    change(await loadFormat(specimen.format), specimen, outcomeOf(specimen.format));
  }
  const lines = formatNames.map((name) => {
    const { changes, refusedFiles, refusedValues, empty } = outcomeOf(name);
    return `${name}: ${changes.length} values in ${filesOf(changes).size} files; refused ${refusedValues.length} values, ${refusedFiles.length} files; nothing to change in ${empty.length}`;
  });
  process.stdout.write(`${lines.join('\n')}\n`);
});

it('covers at least 1,500 files, every format among them', () => {
  const always = new Set(sure);
  let all = 0;
  for (const name of formatNames) {
    const covered = [...filesOf(outcomeOf(name).changes)].filter((specimen) => always.has(specimen)).length;
    expect(covered, `add files of ${name} to fidelity/found.ts or generated.ts`).toBeGreaterThan(
      least[name] ?? Number.POSITIVE_INFINITY,
    );
    all += covered;
  }
  expect(all).toBeGreaterThanOrEqual(1500);
});

describe.each(formatNames)('%s', (name) => {
  it('changes one range of bytes, which then contains the value', () => {
    for (const each of outcomeOf(name).changes) {
      const { old, now } = difference(each);
      const { entry, specimen, value } = each;
      const where = `${specimen.file}:${entry.line} ${entry.address}`;
      // A comment inside the replaced range, such as after a block indicator, moves behind the value.
      const [added = '', kept = ''] = now.split(/(?<=Zq7RtY2uPw9LkXc4VbN8["']?)(?=\s)/);
      expect(added.length, where).toBeLessThanOrEqual(value.length + 2);
      expect(old, where).toContain(kept);
      expect(old.length, where).toBeLessThanOrEqual(longestSpelling(entry.value ?? '') + kept.length);
    }
  });

  it('is read by another program with the new value and all others unchanged', () => {
    const { changes } = outcomeOf(name);
    const read = otherReaders[name];
    if (!read) throw new Error(`name another reader of ${name} in fidelity/leaves.ts`);
    const before = new Map([...filesOf(changes)].map((specimen) => [specimen, undefined as Leaves]));
    const leaves = read([...before.keys()].map(({ bytes }) => bytes));
    [...before.keys()].forEach((specimen, index) => void before.set(specimen, leaves[index]));
    const after = read(changes.map(({ bytes }) => bytes));
    let compared = 0;
    for (const [index, each] of changes.entries()) {
      const old = before.get(each.specimen);
      if (!old) continue;
      compared++;
      expectOneChange(old, after[index], each);
    }
    expect(compared, `${name}: the other program reads too few of the files`).toBeGreaterThan(
      changes.length * 0.9,
    );
  });
});

/** The most that a value of so many characters can take: all escaped, with quotes, line endings and indentation. */
function longestSpelling(value: string): number {
  return 10 * value.length + 40;
}

function expectOneChange(
  before: NonNullable<Leaves>,
  after: Leaves,
  { specimen, entry, value }: Change,
): void {
  const where = `${specimen.file}:${entry.line} ${entry.address}`;
  expect(after?.map(([name]) => name).join(), where).toBe(before.map(([name]) => name).join());
  const changed = before.flatMap(([, old], index) => {
    const now = after?.[index]?.[1];
    return now === old ? [] : [[old, now]];
  });
  expect(changed.length, where).toBeGreaterThan(0);
  // A value with two names, as through an alias, changes under both.
  for (const [old, now] of changed) {
    expect([old, now], where).toEqual([changed[0]?.[0], value]);
  }
}
