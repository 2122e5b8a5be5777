import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages, packageCommand } from './packages.ts';

/** A program that reads a written file by its own rules, so that a test does not depend on our reader. */
export interface Peer {
  readonly command: string;
  /** Debian's package. */
  readonly package: string;
  readonly reads: string;
  /** A module that the command must be able to load. */
  readonly module?: { readonly name: string; readonly probe: readonly string[] };
}

const phpFile = (path: string) => ({ name: path, probe: ['-r', `require '/usr/share/php/${path}';`] });
const pythonModule = (name: string) => ({ name, probe: ['-c', `import ${name}`] });

export const peers: readonly Peer[] = [
  { command: 'php', package: 'php-cli', reads: "Payline's kits" },
  { command: '/usr/bin/python3', package: 'python3-yaml', reads: 'YAML', module: pythonModule('yaml') },
  { command: '/usr/bin/python3', package: 'python3-pyhcl', reads: 'HCL', module: pythonModule('hcl') },
  { command: 'age', package: 'age', reads: 'sealed keys' },
  { command: 'javac', package: 'default-jdk-headless', reads: '.properties as Java does' },
  {
    command: '/usr/bin/python3',
    package: 'python3-dotenv',
    reads: '.env as Python does',
    module: pythonModule('dotenv'),
  },
  {
    command: 'ruby',
    package: 'ruby-dotenv',
    reads: '.env as Ruby does',
    module: { name: 'dotenv', probe: ['-e', "require 'dotenv'"] },
  },
  {
    command: 'php',
    package: 'php-vlucas-phpdotenv',
    reads: '.env as Laravel does',
    module: phpFile('Dotenv/autoload.php'),
  },
  {
    command: 'php',
    package: 'php-symfony-dotenv',
    reads: '.env as Symfony does',
    module: phpFile('Symfony/Component/Dotenv/autoload.php'),
  },
  { command: 'zsh', package: 'zsh', reads: 'its completion' },
  { command: 'fish', package: 'fish', reads: 'its completion' },
  { command: 'groff', package: 'groff-base', reads: 'the manual page' },
  { command: 'xmllint', package: 'libxml2-utils', reads: 'XML' },
];

/** The peers that this machine lacks. */
export function missingPeers(wanted: readonly Peer[] = peers): Peer[] {
  return wanted.filter((peer) => !isPresent(peer));
}

/**
 * Installs the missing peers, if possible.
 *
 * @param say is told what is being done
 * @throws Error that names the one command to run
 */
export function ensurePeers(say: (line: string) => void): void {
  installMissing(peers, 'the tests read back with them', say);
  const missing = missingPeers();
  if (missing.length === 0) return;
  const needs = missing.map((peer) => `${name(peer)} (reads ${peer.reads})`).join(', ');
  throw new Error(`the tests need ${needs}; run: ${packageCommand(missing.map((peer) => peer.package))}`);
}

/**
 * Installs missing programs if that needs nobody's permission; otherwise leaves them out.
 *
 * @param why shown to the person who waits
 */
export function installMissing(wanted: readonly Peer[], why: string, say: (line: string) => void): void {
  const packages = missingPeers(wanted).map((peer) => peer.package);
  if (packages.length === 0 || !canInstallPackages()) return;
  say(`installing Debian's ${packages.join(', ')}: ${why} …`);
  installPackages(packages);
}

function name({ command, module }: Peer): string {
  return module ? `${command} with ${module.name}` : command;
}

function isPresent({ command, module }: Peer): boolean {
  const { PATH = '' } = process.env;
  const folders = command.startsWith('/') ? [''] : PATH.split(delimiter);
  const present = folders.some((folder) => isProgram(join(folder, command)));
  return present && (!module || spawnSync(command, module.probe).status === 0);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
