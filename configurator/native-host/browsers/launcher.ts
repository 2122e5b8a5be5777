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

/** The text of the program that browsers start. */
export function launcherText(launch: Launch, machine: Machine): string {
  return machine.system === 'win32' ? windowsText(launch) : posixText(launch, machine.home);
}

/** What a launcher of this form has baked in; `undefined` where the text is of another form. */
export function readLauncher(text: string, { system }: Machine): Omit<Launch, 'stateFolder'> | undefined {
  const [node, host] = system === 'win32' ? readWindows(text) : readPosix(text);
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
  'CLE_AUTHORITIES',
  'ComSpec',
  'HTTPS_PROXY',
  'LANG',
  'LOCALAPPDATA',
  'APPDATA',
  'NO_PROXY',
  'ProgramFiles',
  'SystemRoot',
  'TEMP',
  'TMP',
  'USERPROFILE',
];

const nodesOfWindows = [
  '%ProgramFiles%\\nodejs',
  '%LOCALAPPDATA%\\Programs\\nodejs',
  'C:\\nvm4w\\nodejs',
  '%APPDATA%\\fnm\\aliases\\default',
  '%USERPROFILE%\\scoop\\apps\\nodejs\\current',
  '%USERPROFILE%\\scoop\\apps\\nodejs-lts\\current',
];

const pathOfWindows = [
  '%ProgramFiles%\\Git\\cmd',
  '%LOCALAPPDATA%\\Programs\\Git\\cmd',
  '%USERPROFILE%\\scoop\\shims',
  '%SystemRoot%\\System32',
];

/**
 * `chcp` first: the rest of the file is read as UTF-8 then, whatever the system's own code page. No parentheses around
 * what a browser passes: one in a path would end the block.
 */
function windowsText(launch: Launch): string {
  const { node, host, stateFolder } = launch;
  const conditions = kept.map((name) => `if /i not "%%v"=="${name}"`).join(' ');
  const starts = switchesOf(launch).flatMap((permission) => [
    `"%node%" ${permission} ${permissions.map((each) => `"${each}"`).join(' ')} --no-warnings "%host%" %*`,
    'if not "%errorlevel%"=="9" exit /b %errorlevel%',
  ]);
  const lines = [
    '@echo off',
    'chcp 65001 >nul',
    'rem Starts the native host of Clé en main. "cle connect" writes this file, "cle disconnect" removes it.',
    'setlocal DisableDelayedExpansion',
    'set "CLE_AUTHORITIES=%NODE_EXTRA_CA_CERTS%"',
    `for /f "delims==" %%v in ('set') do ${conditions} set "%%v="`,
    `set "PATH=${pathOfWindows.join(';')}"`,
    `set "CLE_HOME=${percent(stateFolder)}"`,
    `set "host=${percent(host)}"`,
    `set "node=${percent(node)}"`,
    ...nodesOfWindows.map(
      (folder) => `if not exist "%node%" if exist "${folder}\\node.exe" set "node=${folder}\\node.exe"`,
    ),
    ...starts,
    '"%node%" "%host%" %*',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function readWindows(text: string): (string | undefined)[] {
  const patterns = [/^set "node=(.*)"\r$/m, /^set "host=(.*)"\r$/m];
  return patterns.map((pattern) => pattern.exec(text)?.[1]?.replaceAll('%%', '%'));
}

function percent(word: string): string {
  return word.replaceAll('%', '%%');
}
