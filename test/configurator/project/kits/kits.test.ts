import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { install } from '../../../../configurator/install/install.ts';
import { makePlan } from '../../../../configurator/install/plan.ts';
import { discover } from '../../../../configurator/project/discover/discover.ts';
import { kits } from '../../../../configurator/project/kits/kits.ts';
import { loadProject } from '../../../../configurator/project/load.ts';
import { AccessKey } from '../../../../shared/access-key.ts';
import { type Environment, environments } from '../../../../shared/environment.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';
import { type Sample, sampleKey, samples } from './samples.ts';

let box: Sandbox;

beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

function lay({ file, content, beside = [] }: Sample): void {
  box.put(file, content);
  for (const other of beside) box.put(other, '');
}

/** Installs a key of the environment into the original sample. @returns the file's content then */
async function installed(sample: Sample, environment: Environment): Promise<Buffer> {
  const { kit, file } = sample;
  lay(sample);
  box.put(
    'cle.config.yaml',
    `version: 1\nenvironments:\n  ${environment}:\n    - { kit: ${kit}, file: ${file} }\n`,
  );
  const plan = await makePlan(await loadProject(box.project), AccessKey.parse({ ...sampleKey, environment }));
  await install(plan, { captureId: crypto.randomUUID() });
  return readFileSync(join(box.project, file));
}

/** The lines of one content that differ in the other, by their numbers. */
function changedLines(before: string | Buffer, after: Buffer): number[] {
  const was = Buffer.from(before).toString('latin1').split('\n');
  const is = after.toString('latin1').split('\n');
  expect(is.length, 'a line was added or lost').toBe(was.length);
  return is.flatMap((line, index) => (line === was[index] ? [] : [index + 1]));
}

it.each(kits.map(({ name }) => name))('%s has a sample that shows it at work', (name) => {
  expect(
    samples.map(({ kit }) => kit),
    'add its file, in your own words, to samples.ts',
  ).toContain(name);
});

describe.each(samples)('$kit, $file', (sample) => {
  it('is recognised', async () => {
    lay(sample);
    const { findings, skipped } = await discover(box.project);
    expect(skipped).toEqual([]);
    expect(findings).toMatchObject([
      { file: sample.file, environments: sample.environments, target: { kit: sample.kit } },
    ]);
  });

  it('is written so that its product reads the key', async () => {
    const contents: Buffer[] = [];
    for (const environment of environments) {
      const content = await installed(sample, environment);
      const { changes } = sample;
      const expected = typeof changes === 'number' ? changes : changes[environment];
      expect(
        changedLines(sample.content, content),
        `samples.ts: \`changes\` counts the lines that a key for ${environment} changes, here these numbers`,
      ).toHaveLength(expected);
      contents.push(content);
    }
    expect(sample.read(contents)).toMatchObject(environments.map(sample.expected));
  });
});
