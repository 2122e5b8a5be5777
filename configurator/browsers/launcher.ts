import type { Machine } from './machine.ts';

/** What the launcher bakes in: browsers start it with an environment of which nothing can be taken for granted. */
export interface Launch {
  /** Absolute path of the Node that runs `cle connect`. */
  readonly node: string;
  /** Absolute path of the host's program. */
  readonly host: string;
  readonly stateFolder: string;
}

/** The text of the program that browsers start. */
export function launcherText(launch: Launch, machine: Machine): string {
  return machine.system === 'win32' ? windowsText(launch) : posixText(launch, machine.home);
}

/**
 * `NODE_OPTIONS` alone can load a program into every Node, so the host gets a new environment. No core dump either:
 * it would hold the key. Where the Node has gone, as after an upgrade, the usual places of another are tried.
 */
function posixText({ node, host, stateFolder }: Launch, home: string): string {
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
exec /usr/bin/env -i HOME="$home" CLE_HOME=${quote(stateFolder)} LANG="\${LANG-}" LC_ALL="\${LC_ALL-}" \\
  PATH=/usr/local/bin:/usr/bin:/bin "$node" ${quote(host)} "$@"
`;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** `chcp` first: the rest of the file is read as UTF-8 then, whatever the system's own code page. */
function windowsText({ node, host, stateFolder }: Launch): string {
  const kept = ['ComSpec', 'LANG', 'LOCALAPPDATA', 'APPDATA', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE'];
  const conditions = kept.map((name) => `if /i not "%%v"=="${name}"`).join(' ');
  const lines = [
    '@echo off',
    'chcp 65001 >nul',
    'rem Starts the native host of Clé en main. "cle connect" writes this file, "cle disconnect" removes it.',
    'setlocal DisableDelayedExpansion',
    `for /f "delims==" %%v in ('set') do ${conditions} set "%%v="`,
    `set "CLE_HOME=${percent(stateFolder)}"`,
    `"${percent(node)}" "${percent(host)}" %*`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function percent(word: string): string {
  return word.replaceAll('%', '%%');
}
