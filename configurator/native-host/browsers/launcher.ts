import { win32 } from 'node:path';
import { wayInside } from '../../machine/inside.ts';
import { ConnectionRefusal } from '../messages.ts';
import type { Machine } from './machine.ts';

/** How Node's permission model is switched on, by the versions that know these words: from 25, from 22.13, from 20. */
const permissionSwitches = ['--permission --allow-net', '--permission', '--experimental-permission'] as const;

type PermissionSwitch = (typeof permissionSwitches)[number];

/** The words that a version of Node knows; 22.13 and 23.5 brought the shorter name, 24 dropped the longer. */
export function permissionSwitch(version: string): PermissionSwitch {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 25) return '--permission --allow-net';
  const isStable = major === 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return isStable ? '--permission' : '--experimental-permission';
}

/**
 * What the host may do beside computing, by Node's permission model. Projects lie anywhere, git is asked about their
 * files, and a project may give its key to a command or to Vault: so files, programs and the network are allowed. What
 * it buys is what is left out: native code, workers, WASI and the debugger, which a signal or a file otherwise brings
 * into every Node process.
 */
const permissions = ['--allow-fs-read=*', '--allow-fs-write=*', '--allow-child-process'] as const;

/** What the launcher bakes in: browsers start it with an environment of which nothing can be taken for granted. */
export interface Launch {
  /** Absolute path of the Node that runs `cle connect`. */
  readonly node: string;
  /** How that Node's permission model is switched on. */
  readonly permission: PermissionSwitch;
  /** Absolute path of the host's program. */
  readonly host: string;
  readonly stateFolder: string;
}

/** The text of the program that browsers start. @throws Refusal `node-letters` */
export function launcherText(launch: Launch, machine: Machine): string {
  return machine.system === 'win32' ? windowsText(launch, machine) : posixText(launch, machine.home);
}

/** What a launcher of this form has baked in; `undefined` where the text is of another form. */
export function readLauncher(text: string, machine: Machine): Omit<Launch, 'stateFolder'> | undefined {
  const [node, host] = machine.system === 'win32' ? readWindows(text, machine) : readPosix(text);
  const first = /(?:^for permission in '|^"%node%" )(--\w[\w-]*(?: --allow-net)?)/m.exec(text)?.[1];
  const permission = permissionSwitches.find((each) => each === first);
  return node && host && permission ? { node, host, permission } : undefined;
}

/** What this Node knows first. */
function switchesOf({ permission }: Launch): readonly PermissionSwitch[] {
  return [permission, ...permissionSwitches.filter((each) => each !== permission)];
}

/**
 * `NODE_OPTIONS` alone can load a program into every Node, so the host gets a new environment: of the browser's it has the
 * language and the way to the network. The authorities that `NODE_EXTRA_CA_CERTS` names pass under another name, as Node
 * would read them at each start, for longer than all else takes. No core dump either: it would hold the key. Where the
 * Node has gone, as after an upgrade, the usual places of another are tried. Where it was replaced by one that does not
 * know a switch, it says so by its status before it reads anything.
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

/** What stays of the environment: what Windows and Node cannot do without, where programs are, and the way to the network. */
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

/** Where git is, and the programs that a `command:` names: those of npm and of the usual installers. */
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

/** Folders of the user, whose name may have accents: a browser hands their variables on. */
const variables = ['LOCALAPPDATA', 'APPDATA', 'USERPROFILE'] as const;

/**
 * A batch file is read in whatever code page is in force, so that it is ASCII, whatever the folders are called: its own folder
 * it knows by itself, JavaScript has escapes, and Node is found from a variable. No parentheses around what a browser
 * passes: one in a path would end the block.
 */
function windowsText(launch: Launch, machine: Machine): string {
  const { host } = launch;
  const conditions = kept.map((name) => `if /i not "%%v"=="${name}"`).join(' ');
  const rights = permissions.map((each) => `"${each}"`).join(' ');
  // The word in front takes the place of a program's name among the arguments.
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

/** What stands in a string of JavaScript between single quotes. */
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
