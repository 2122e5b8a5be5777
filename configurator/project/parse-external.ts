import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import {
  type CommandTarget,
  type ExternalTarget,
  projectFileName,
  type VaultTarget,
  vaultVariable,
  type Word,
} from './project.ts';
import {
  type ProjectNode,
  readGiven,
  readList,
  readMap,
  readSettings,
  readText,
  readWords,
} from './project-node.ts';
import { commandWords, placePattern, vaultWords } from './words.ts';

/**
 * Reads an external target.
 *
 * @returns `undefined` where the node is another kind of target
 * @throws Refusal `project-file-…`, `vault-address`
 */
export function readExternal(node: ProjectNode, environment: Environment): ExternalTarget | undefined {
  const map = readMap(node);
  if (map.has('command')) return readCommand(node, environment);
  if (map.has('vault')) return readVault(node, environment);
  return undefined;
}

function readCommand(node: ProjectNode, environment: Environment): CommandTarget {
  const { command, set } = readWords(node, commandWords);
  const [program, ...rest] = readList(command).map((word) => readText(word).word);
  if (program === undefined) {
    throw new Refusal('project-file-kind', {
      file: projectFileName,
      line: command.line,
      word: 'command',
      kind: '["program", "argument"]',
    });
  }
  const given = readGiven(set, environment);
  return { kind: 'command', argv: [program, ...rest], given, line: command.line };
}

function readVault(node: ProjectNode, environment: Environment): VaultTarget {
  const { vault, nodes, mount, path, namespace, set } = readWords(node, vaultWords);
  const server = readText(vault);
  return {
    kind: 'vault',
    address: server.word === vaultVariable ? undefined : originOf(server),
    nodes: nodes ? readList(nodes).map((node) => originOf(readText(node))) : [],
    mount: mount ? placeOf(readText(mount)) : 'secret',
    path: placeOf(readText(path)),
    namespace: namespace && placeOf(readText(namespace)),
    settings: readSettings(set, environment),
    line: server.line,
  };
}

function originOf({ word, line }: Word): string {
  const origin = vaultOrigin(word);
  if (origin === undefined) throw new Refusal('vault-address', { file: projectFileName, line });
  return origin;
}

/**
 * The origin in the address of a Vault. Tokens and keys are sent there, and without TLS to this machine only.
 *
 * @returns `undefined` where it is not such an address, or has more than an origin
 */
export function vaultOrigin(word: string): string | undefined {
  const url = URL.canParse(word) ? new URL(word) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname));
  const isBare = url?.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return isSafe && isBare ? url.origin : undefined;
}

/** @param hostname of a `URL` */
export function isThisMachine(hostname: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** A path in Vault, without slashes at its ends. `..` would lead elsewhere in a URL. */
function placeOf({ word, line }: Word): string {
  const place = word.replace(/^\/+|\/+$/g, '');
  if (placePattern.test(place) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(place)) return place;
  throw new Refusal('vault-path', { file: projectFileName, line });
}
