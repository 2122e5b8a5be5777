import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findSecret } from '../../../canary/find-secret.ts';
import { canary } from '../../../extension/key.ts';
import { mustBeRoot } from '../../ordinary-user.ts';
import { broken } from './broken.ts';
import { Installation } from './installation.ts';

let made: Installation;
beforeAll(async () => {
  made = await Installation.make(canary);
});
afterEach(() => made.restore());
afterAll(() => made.remove());

const problems = (report: ReturnType<Installation['doctor']>) =>
  report.findings.filter(({ level }) => level === 'problem').map(({ code }) => code);

it('finds nothing wrong with an intact installation, and exits with 0', () => {
  expect(made.doctor()).toMatchObject({ status: 0, ok: true });
  expect(made.doctor('--fix')).toMatchObject({ status: 0, ok: true });
});

describe.each(broken)('where $what', ({ breakIt, code, repaired }) => {
  it(`finds ${code}, ${repaired ? 'and repairs it' : 'and says what to do'}`, () => {
    breakIt(made);
    const found = made.doctor();
    expect(found).toMatchObject({ status: 3, ok: false });
    expect(problems(found), 'one cause, one finding').toEqual([code]);
    const [{ message, next, repairable } = { message: '', next: '', repairable: undefined }] =
      found.findings.filter((each) => each.code === code);
    expect(repairable).toBe(repaired);
    expect([message, next].join(), 'every blank is filled').not.toMatch(/\{\w+\}/);

    const fixed = made.doctor('--fix');
    expect(problems(fixed)).toEqual(repaired ? [] : [code]);
    expect(fixed.status).toBe(repaired ? 0 : 3);
  });
});

it('repairs several things at once, and reports what is left', () => {
  rmSync(made.manifest);
  rmSync(made.launcher);
  rmSync(join(made.project, '.env'));
  const { status, stdout } = made.cle(['doctor', '--fix', '--json']);
  expect(status).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    code: 'doctor-left',
    params: { count: 1 },
    repaired: ['manifest-missing', 'launcher-missing'],
  });
});

it('connects the installed browsers if none was connected', () => {
  rmSync(made.state, { recursive: true });
  rmSync(made.manifest);
  rmSync(made.firefoxManifest);
  expect(new Set(problems(made.doctor()))).toEqual(new Set(['browser-unconnected']));
  expect(made.doctor('--fix')).toMatchObject({ status: 0 });
  expect(readFileSync(made.manifest, 'utf8')).toContain(made.launcher);
});

it('does not connect a browser that the person left out', () => {
  mkdirSync(join(made.home, '.config/vivaldi'), { recursive: true });
  const report = made.doctor();
  expect(report.status).toBe(0);
  expect(report.findings).toMatchObject([{ code: 'browser-unconnected', level: 'note' }]);
});

it('tells what a browser in a sandbox needs', () => {
  mkdirSync(join(made.home, 'snap/chromium'), { recursive: true });
  mkdirSync(join(made.home, '.var/app/org.mozilla.firefox'), { recursive: true });
  const report = made.doctor();
  expect(report.status).toBe(0);
  expect(report.findings.map(({ code }) => code)).toEqual(['browser-snap', 'browser-flatpak']);
});

it('reports that sudo leads it to another home folder', () => {
  mustBeRoot();
  const { status, stdout } = made.cle(['doctor', '--json'], '', { SUDO_USER: 'marie' });
  expect(status).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: [{ code: 'doctor-sudo', params: { user: 'marie' } }],
  });
});

it('starts no program that others may have put there', () => {
  const marker = join(made.root, 'started');
  writeFileSync(made.launcher, `#!/bin/sh\n: > '${marker}'\n`);
  chmodSync(made.launcher, 0o777);
  expect(made.cle(['doctor']).status).toBe(3);
  expect(existsSync(marker)).toBe(false);
});

it('prints no key, with any flags', () => {
  rmSync(made.manifest);
  for (const flags of [[], ['--json'], ['--report'], ['--report', '--json'], ['--fix']]) {
    const { stdout, stderr } = made.cle(['doctor', ...flags]);
    expect(findSecret(canary, [{ name: flags.join(), bytes: Buffer.from(stdout + stderr) }])).toEqual([]);
  }
});

it('gives a report that names neither the user’s folder, nor a project, nor a merchant', () => {
  rmSync(join(made.project, '.env'));
  const { stdout, status } = made.cle(['doctor', '--report']);
  expect(status).toBe(3);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    browsers: [{ name: 'chromium' }, { name: 'firefox' }],
    projects: [{ project: 1, findings: [{ code: 'file-missing' }] }],
  });
  for (const name of [made.home, 'shop', '.env', '17626983201234']) expect(stdout).not.toContain(name);
});

it('is in French for those who speak it', () => {
  rmSync(made.manifest);
  const { stdout, stderr } = made.cle(['doctor'], '', { LANG: 'fr_FR.UTF-8' });
  expect(stdout).toContain('Chromium ne trouve pas');
  expect(stderr).toContain('problèmes trouvés\u00a0: 1');
});
