import { win32 } from 'node:path';
import { wayInside } from '../../machine/inside.ts';
import { ConnectionRefusal } from '../messages.ts';
import type { Machine } from './machine.ts';

/** The options that turn on Node's permission model: from Node 25, from 22.13, from 20. */
const permissionSwitches = ['--permission --allow-net', '--permission', '--experimental-permission'] as const;

type PermissionSwitch = (typeof permissionSwitches)[number];

/** The option of a version of Node: 22.13 and 23.5 added the shorter name, 24 dropped the longer one. */
export function permissionSwitch(version: string): PermissionSwitch {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 25) return '--permission --allow-net';
  const isStable = major === 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return isStable ? '--permission' : '--experimental-permission';
}

/**
 * What Node's permission model allows the host. Projects can be anywhere, git is asked about their files, and a project may
 * give its key to a command or to Vault, so files, programs and the network are allowed. The benefit is what is not: native
 * code, workers, WASI and the debugger, which a signal or a file can otherwise start in any Node process.
 */
const permissions = ['--allow-fs-read=*', '--allow-fs-write=*', '--allow-child-process'] as const;

/** What is written into the launcher, as nothing in the environment of a browser can be relied on. */
export interface Launch {
  /** Absolute path of the Node that runs `cle connect`. */
  readonly node: string;
  /** The option that turns on that Node's permission model. */
  readonly permission: PermissionSwitch;
  /** Absolute path of the host's program. */
  readonly host: string;
  readonly stateFolder: string;
}

/** The text of the program that browsers start. @throws Refusal `node-letters` */
export function launcherText(launch: Launch, machine: Machine): string {
  return machine.system === 'win32' ? windowsText(launch, machine) : posixText(launch, machine.home);
}

/** Reads a launcher back; `undefined` for a text of another form. */
export function readLauncher(text: string, machine: Machine): Omit<Launch, 'stateFolder'> | undefined {
  const [node, host] = machine.system === 'win32' ? readWindows(text, machine) : readPosix(text);
  const first = /(?:^for permission in '|^"%node%" )(--\w[\w-]*(?: --allow-net)?)/m.exec(text)?.[1];
  const permission = permissionSwitches.find((each) => each === first);
  return node && host && permission ? { node, host, permission } : undefined;
}

/** This Node's own option first. */
function switchesOf({ permission }: Launch): readonly PermissionSwitch[] {
  return [permission, ...permissionSwitches.filter((each) => each !== permission)];
}

/**
 * `NODE_OPTIONS` alone can load a program into any Node, so the host gets a new environment, with only the language and the
 * proxy settings of the browser's. `NODE_EXTRA_CA_CERTS` is passed under another name: Node would read the file at every
 * start, which takes longer than all the rest. Core dumps are off, as they would contain the key. If that Node is gone, for
 * example after an upgrade, the usual places are tried. If it was replaced by one that does not know an option, it exits
 * with status 9 before it reads anything.
 */
function posixText(launch: Launch, home: string): string {
  const { node, host, stateFolder } = launch;
  return `#!/bin/sh
# Starts the native host of Clé en main. "cle connect" writes this file, "cle disconnect" removes it.
ulimit -c 0
node=${quote(node)}
home=${quote(home)}
if [ ! -x "$node" ]; then
  for node in /usr/local/bin/node /usr/bin/node /opt/homebrew/bin/node /opt/local/bin/node \\
    "$home"/.volta/bin/node "$home"/.local/bin/node "$home"/.local/share/fnm/aliases/default/bin/node \\
    "$home"/.local/share/mise/installs/node/*/bin/node "$home"/.asdf/installs/nodejs/*/bin/node \\
    "$home"/.nvm/versions/node/*/bin/node
  do
    [ -x "$node" ] && /usr/bin/env -i HOME="$home" "$node" -e '
      const [major, minor] = process.versions.node.split(".").map(Number);
      process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' && break
  done 2>/dev/null
fi
start() {
  /usr/bin/env -i HOME="$home" CLE_HOME=${quote(stateFolder)} LANG="\${LANG-}" LC_ALL="\${LC_ALL-}" \\
    https_proxy="\${https_proxy-\${HTTPS_PROXY-}}" all_proxy="\${all_proxy-\${ALL_PROXY-}}" \\
    no_proxy="\${no_proxy-\${NO_PROXY-}}" CLE_AUTHORITIES="\${NODE_EXTRA_CA_CERTS-}" \\
    PATH=/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin:/run/current-system/sw/bin "$node" "$@"
}
for permission in ${switchesOf(launch).map(quote).join(' ')}; do
  start $permission ${permissions.map(quote).join(' ')} --no-warnings ${quote(host)} "$@"
  status=$?
  [ $status -eq 9 ] || exit $status
done
start ${quote(host)} "$@"
`;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function readPosix(text: string): (string | undefined)[] {
  const word = "('(?:[^']|'\\\\'')*')";
  const patterns = [new RegExp(`^node=${word}$`, 'm'), new RegExp(`^start ${word} "\\$@"$`, 'm')];
  return patterns.map((pattern) => pattern.exec(text)?.[1]?.slice(1, -1).replaceAll("'\\''", "'"));
}

/** The environment variables to keep: those that Windows and Node need, the folders of programs, and proxy settings. */
const kept = [
  'ALL_PROXY',
  'APPDATA',
  'CLE_AUTHORITIES',
  'ComSpec',
  'HTTPS_PROXY',
  'LANG',
  'LOCALAPPDATA',
  'NO_PROXY',
  'PATHEXT',
  'ProgramData',
  'ProgramFiles',
  'SystemDrive',
  'SystemRoot',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'windir',
];

const nodesOfWindows = [
  '%ProgramFiles%\\nodejs',
  '%LOCALAPPDATA%\\Programs\\nodejs',
  'C:\\nvm4w\\nodejs',
  '%APPDATA%\\fnm\\aliases\\default',
  '%USERPROFILE%\\scoop\\apps\\nodejs\\current',
  '%USERPROFILE%\\scoop\\apps\\nodejs-lts\\current',
];

/** The folders of git, and of programs for `command:` targets from npm and the usual installers. */
const pathOfWindows = [
  '%ProgramFiles%\\Git\\cmd',
  '%LOCALAPPDATA%\\Programs\\Git\\cmd',
  '%ProgramFiles%\\nodejs',
  '%APPDATA%\\npm',
  '%LOCALAPPDATA%\\pnpm',
  '%LOCALAPPDATA%\\Microsoft\\WinGet\\Links',
  '%USERPROFILE%\\scoop\\shims',
  '%ProgramData%\\chocolatey\\bin',
  '%SystemRoot%\\System32',
];

/** Variables with the user's folders, whose names may have accents: a browser passes these on. */
const variables = ['LOCALAPPDATA', 'APPDATA', 'USERPROFILE'] as const;

/**
 * A batch file is read in the current code page, so it is pure ASCII whatever the folders' names: it knows its own folder,
 * JavaScript has escapes, and Node is found through a variable. A browser's arguments are never inside parentheses: one in a
 * path would end the block.
 */
function windowsText(launch: Launch, machine: Machine): string {
  const { host } = launch;
  const conditions = kept.map((name) => `if /i not "%%v"=="${name}"`).join(' ');
  const rights = permissions.map((each) => `"${each}"`).join(' ');
  // The word `host` takes the place of a program's name among the arguments.
  const start = `-e "process.argv.splice(1,0,'host');require('${percent(asciiLiteral(host))}')" -- %*`;
  const starts = switchesOf(launch).flatMap((permission) => [
    `"%node%" ${permission} ${rights} --no-warnings ${start}`,
    'if not "%errorlevel%"=="9" exit /b %errorlevel%',
  ]);
  const lines = [
    '@echo off',
    'rem Starts the native host of Cle en main. "cle connect" writes this file, "cle disconnect" removes it.',
    'setlocal DisableDelayedExpansion',
    // Node 22.16 and some after it abort in a console whose title is empty.
    'title Cle en main',
    'set "CLE_AUTHORITIES=%NODE_EXTRA_CA_CERTS%"',
    `for /f "delims==" %%v in ('set') do ${conditions} set "%%v="`,
    `set "PATH=${pathOfWindows.join(';')}"`,
    'set "CLE_HOME=%~dp0.."',
    `set "node=${nodeInBatch(launch, machine)}"`,
    ...nodesOfWindows.map(
      (folder) => `if not exist "%node%" if exist "${folder}\\node.exe" set "node=${folder}\\node.exe"`,
    ),
    ...starts,
    `"%node%" ${start}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** @throws Refusal `node-letters` */
function nodeInBatch({ node }: Launch, { env }: Machine): string {
  const ways = variables.map((name) => ({ name, way: wayInside(env[name] ?? node, node, win32) }));
  const { name, way } = ways.find((each) => each.way) ?? {};
  const text = isAscii(node) || !way ? percent(node) : `%${name}%\\${percent(way.replaceAll('/', '\\'))}`;
  if (!isAscii(text)) throw new ConnectionRefusal('node-letters', { file: node });
  return text;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** The contents of a JavaScript string in single quotes. */
function asciiLiteral(text: string): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replaceAll('\\', '\\\\').replace(/[^ -~]|'/g, escaped);
}

function readWindows(text: string, { env }: Machine): (string | undefined)[] {
  const node = /^set "node=(.*)"\r$/m.exec(text)?.[1];
  const host = /;require\('([^']*)'\)"/.exec(text)?.[1];
  const plain = (_: string, letter?: string, digits = '') =>
    letter ?? String.fromCharCode(Number.parseInt(digits, 16));
  return [
    node?.replace(/%(\w*)%/g, (_, name: string) => (name ? (env[name] ?? '') : '%')),
    host?.replaceAll('%%', '%').replace(/\\(?:(\\)|u([0-9a-f]{4}))/g, plain),
  ];
}

function percent(word: string): string {
  return word.replaceAll('%', '%%');
}
