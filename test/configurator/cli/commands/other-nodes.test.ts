import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../../../configurator/build.ts';
import { makeWorkspace, type Workspace } from '../../../e2e/harness/workspace.ts';
import { sampled } from '../../../sample.ts';
import { fetchPackage } from '../../../setup/fetch-package.ts';
import { keyJson } from '../../sandbox.ts';

let built: Workspace;
beforeAll(async () => {
  built = makeWorkspace();
  await bundle(built.project);
});
afterAll(() => built.remove());

/** The newest Node of a version for this system, as npm has it. */
function nodeOf(major: number): string {
  const windows = process.platform === 'win32';
  const folder = fetchPackage(`node-${windows ? 'win' : process.platform}-${process.arch}`, String(major));
  return join(folder, 'bin', windows ? 'node.exe' : 'node');
}

const former = 'KEY=former\n';

it.each(sampled([22, 24, 26], 1, 'other Nodes'))('the whole path works under Node %i', (major) => {
  const node = nodeOf(major);
  const box = makeWorkspace();
  const cle = (words: readonly string[], input = '') => {
    const options = { cwd: box.project, env: box.env, input, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(node, [join(built.project, 'cle.cjs'), ...words], options);
    expect({ words, status, stderr }).toEqual({ words, status: 0, stderr: '' });
    return stdout;
  };
  const file = join(box.project, '.env');
  try {
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    expect(stdout).toMatch(new RegExp(`^v${major}\\.`));
    const target = '[{ file: .env, set: { KEY: accessKey } }]';
    writeFileSync(
      join(box.project, 'cle.config.yaml'),
      `version: 1\nenvironments: { homologation: ${target} }\n`,
    );
    writeFileSync(file, former, { mode: 0o600 });
    cle(['init', '--yes']);
    cle(['apply', '-', '--yes'], keyJson('Zk3QpR8sVb2LtXy9MqV8'));
    expect(readFileSync(file, 'utf8')).toBe('KEY=Zk3QpR8sVb2LtXy9MqV8\n');
    cle(['connect', '--browser', 'chromium', '--yes']);
    // Starts the host as a browser does, under this Node with its permission model.
    expect(JSON.parse(cle(['doctor', '--json']))).toMatchObject({ ok: true, host: { findings: [] } });
    cle(['undo', '--yes']);
    expect(readFileSync(file, 'utf8')).toBe(former);
    cle(['disconnect', '--yes']);
  } finally {
    box.remove();
  }
});
