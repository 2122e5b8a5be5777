import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fetchPackage } from '../setup/fetch-package.ts';
import type { Outcome } from './main.ts';
import { skipped } from './skipped.ts';
import { nodeFolder, runInWindows, windowsPath } from './wine.ts';

/**
 * The tests of what differs on Windows and needs no Linux program: paths, names, files, locks, the registry. The other tests
 * only handle text, or start git, age and shells.
 */
const rooms = [
  'test/shared',
  'test/configurator/machine/access-rules.test.ts',
  'test/configurator/machine/claim.test.ts',
  'test/configurator/machine/inside.test.ts',
  'test/configurator/machine/patience.test.ts',
  'test/configurator/machine/system-error.test.ts',
  'test/configurator/native-host/browsers',
  'test/configurator/project/json-schema.test.ts',
  'test/configurator/project/load.test.ts',
  'test/configurator/project/reserved-names.test.ts',
  'test/configurator/install/write/stage.test.ts',
  'test/configurator/cli/language.test.ts',
  'test/configurator/cli/doctor/judge-identity.test.ts',
  'test/configurator/cli/doctor/elsewhere.test.ts',
];

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** The parts of the test runner that are native Windows programs. */
function nativeParts(root: string): NodeJS.ProcessEnv {
  const { version: rolldown } = versionOf('rolldown', root);
  const { version: esbuild } = versionOf('esbuild', root);
  const binding = fetchPackage('@rolldown/binding-win32-x64-msvc', rolldown);
  const compiler = fetchPackage('@esbuild/win32-x64', esbuild);
  return {
    NODE_PATH: windowsPath(join(binding, '../..')),
    ESBUILD_BINARY_PATH: windowsPath(join(compiler, 'esbuild.exe')),
  };
}

function versionOf(name: string, root: string): { version: string } {
  const path = createRequire(join(root, 'node_modules/vite/package.json')).resolve(name).replace(/\\/g, '/');
  const folder = path.slice(0, path.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length);
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
}

/** Runs the unit tests of some rooms under Windows, but for those that are skipped, each with its reason. */
export function unitTests(version: string, root: string): Outcome[] {
  const report = join(tmpdir(), `cle-windows-${process.pid}.json`);
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    'unit',
  ];
  const files = Object.keys(skipped).filter((name) => name.endsWith('.ts'));
  const words = [
    `${nodeFolder(version)}\\node.exe`,
    ...vitest,
    '--reporter=json',
    // One process for all: starting Node takes seconds here.
    '--pool=threads',
    '--no-isolate',
    '--maxWorkers=1',
    `--outputFile=${windowsPath(report)}`,
    ...files.map((file) => `--exclude=${file}`),
    ...rooms,
  ];
  const start = Date.now();
  const { output } = runInWindows(words, { cwd: root, more: nativeParts(root), longest: 240_000 });
  const seconds = Math.round((Date.now() - start) / 1000);
  const left = Object.entries(skipped).map(([name, why]) => ({
    name,
    why,
    seconds: 0,
    passed: 0,
    failed: 0,
  }));
  try {
    return [...outcomesOf(JSON.parse(readFileSync(report, 'utf8')) as Report, seconds), ...left];
  } catch {
    const why = `no report: ${output.slice(-2000)}`;
    return [{ name: 'unit tests', seconds, passed: 0, failed: 1, why }, ...left];
  } finally {
    rmSync(report, { force: true });
  }
}

function outcomesOf({ testResults }: Report, seconds: number): Outcome[] {
  const tests = testResults.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length > 0
      ? assertionResults
      : [{ fullName: name, status: 'failed', failureMessages: [message] }],
  );
  const tried = tests.filter(({ fullName }) => !(fullName in skipped));
  const failed = tried.filter(({ status }) => status === 'failed');
  const passed = tried.filter(({ status }) => status === 'passed').length;
  const gone = Object.keys(skipped).filter(
    (each) => !each.endsWith('.ts') && !tests.some(({ fullName }) => fullName === each),
  );
  const name = `unit tests of ${rooms.join(', ')}`;
  return [
    { name, seconds, passed, failed: 0 },
    ...failed.map(({ fullName, failureMessages = [] }) => {
      const why = failureMessages.join(' ').slice(0, 500);
      return { name: fullName, seconds: 0, passed: 0, failed: 1, why };
    }),
    ...gone.map((each) => ({ name: each, seconds: 0, passed: 0, failed: 1, why: 'is skipped, and no test' })),
  ];
}
