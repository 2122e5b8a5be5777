import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeProblem } from './node-version.mjs';

const project = resolve(import.meta.dirname, '../..');
let clone: string;

/** A minimal clone: the files that run.mjs reads, and a link to this project's dependencies. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'cle-run-'));
  mkdirSync(join(clone, 'test'));
  for (const name of ['package.json', 'package-lock.json', 'test/setup'])
    cpSync(join(project, name), join(clone, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'));
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function program(source: string): string[] {
  writeFileSync(join(clone, 'program.ts'), source);
  return [join(clone, 'test/setup/run.mjs'), 'program.ts'];
}

describe('run.mjs', () => {
  it('runs TypeScript and passes arguments and exit status through', () => {
    const file = program(
      'const status: number = 7; process.stdout.write(process.argv.slice(2).join("|")); process.exit(status);',
    );
    const { status, stdout } = spawnSync(process.execPath, [...file, 'a b', '--auto'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 7, stdout: 'a b|--auto' });
  });

  it('passes a signal on and exits as the program does', async () => {
    const file = program(
      'process.on("SIGTERM", () => process.exit(9)); setInterval(() => {}, 1000); process.stdout.write("up");',
    );
    const child = spawn(process.execPath, file, { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((up) => child.stdout.once('data', up));
    child.kill('SIGTERM');
    expect(await new Promise((end) => child.once('exit', end))).toBe(9);
  });

  it('exits by the signal that ended the program', () => {
    const file = program('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000);');
    expect(spawnSync(process.execPath, file).signal).toBe('SIGTERM');
  });

  it('reports why the dependencies could not be installed', () => {
    rmSync(join(clone, 'node_modules'));
    writeFileSync(
      join(clone, 'package-lock.json'),
      '{"lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0"}}}',
    );
    const { status, stderr } = spawnSync(process.execPath, program(''), {
      encoding: 'utf8',
      env: { ...process.env, npm_config_cache: join(clone, 'cache'), npm_config_offline: 'true' },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/npm ci did not succeed\n.*npm error/s);
  });
});

describe('nodeProblem', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0', '26.0.0'])('takes Node %s', (running) => {
    expect(nodeProblem(running, '>=20.19')).toBeUndefined();
  });

  it.each(['20.18.3', '18.20.0', '6.0.0'])('refuses Node %s and says which one is needed', (running) => {
    expect(nodeProblem(running, '>=20.19')).toContain(`Node ${running} is too old: Node 20.19 or newer`);
  });
});
