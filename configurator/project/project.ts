import type { AccessKey, Field } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { FormatName } from '../formats/registry.ts';
import type { Plugin } from './kits/plugins.ts';

/** The name of the project file. */
export const projectFileName = 'cle.config.yaml';

/** A word of the project file and its line, from 1. */
export interface Word {
  readonly word: string;
  readonly line: number;
}

/** One address of a target and the value for it. */
export interface Setting {
  readonly address: string;
  /** Line in the project file, from 1. */
  readonly line: number;
  readonly field: Field;
  /** The value of the field `environment`: the file's own word for the environment of the target. */
  readonly environmentWord: string;
  /** Written only where the file already has a place for it. */
  readonly optional: boolean;
}

/** One file of the project and its settings. */
export interface Target {
  /** Relative to the project's folder, with `/`. */
  readonly file: string;
  /** Where the project file names it, from 1. */
  readonly line: number;
  /** The name of the kit that the file belongs to. */
  readonly kit: string | undefined;
  /** `undefined` where it follows from the file's name. */
  readonly format: FormatName | undefined;
  readonly dialect: Word | undefined;
  /** Line of `uncomment: true` in the project file, from 1. */
  readonly uncomment?: number;
  /** The settings. A kit's file may have one of several shapes: the first whose addresses the file has is used. */
  readonly shapes: readonly (readonly Setting[])[];
}

/** The value for one place: a field of the key, or the place's own word for the environment. */
export type Given = Pick<Setting, 'field' | 'environmentWord'>;

/** A program that takes a value on its standard input, such as one that stores it in a platform's secrets. */
export interface CommandTarget {
  readonly kind: 'command';
  /** The program, then its arguments. */
  readonly argv: readonly [string, ...string[]];
  readonly given: Given;
  /** Where the project file names it, from 1. */
  readonly line: number;
}

/** The word to write in place of an address, for the server in this environment variable. */
export const vaultVariable = 'VAULT_ADDR';

/** A secret of HashiCorp Vault or OpenBao, in a KV version 2 engine. */
export interface VaultTarget {
  readonly kind: 'vault';
  /** The server's origin, such as `https://vault.example:8200`; `undefined` for the one in `VAULT_ADDR`. */
  readonly address: string | undefined;
  /** The origins of the other nodes of its cluster, to which a standby may redirect. */
  readonly nodes: readonly string[];
  readonly mount: string;
  readonly path: string;
  readonly namespace: string | undefined;
  readonly settings: readonly Setting[];
  /** Where the project file names it, from 1. */
  readonly line: number;
}

/** A target other than a file. It is run or contacted only if the developer allowed the project file. */
export type ExternalTarget = CommandTarget | VaultTarget;

/** A plugin that keeps its key in a database: a person enters it there. */
export interface ByHand {
  readonly plugin: Plugin;
  /** Where the project file names it, from 1. */
  readonly line: number;
}

/** A folder with a project file, read and checked. */
export interface Project {
  /** 32 random hexadecimal digits, which reveal nothing about the path; permanent once the project is registered. */
  readonly id: string;
  /** Absolute path, symbolic links resolved. */
  readonly dir: string;
  readonly name: string;
  /** SHA-256 of the project file as it was read, in hexadecimal. */
  readonly sha256: string;
  /** The only merchant whose keys the project accepts; `undefined` for any. */
  readonly merchant: Word | undefined;
  /** The environments that have targets. */
  readonly environments: readonly Environment[];
  targets(environment: Environment): readonly Target[];
  /** The external targets, in the order of the project file. */
  external(environment: Environment): readonly ExternalTarget[];
  /** What a person must enter by hand for the environment. */
  byHand(environment: Environment): readonly ByHand[];
}

/** The value for a place, in clear: pass it to that place only. */
export function givenValue({ field, environmentWord }: Given, key: AccessKey): string {
  return field === 'environment' ? environmentWord : key.reveal(field);
}

/** The refusal for two targets of the project file that contradict each other about the same file. */
export function projectFileConflict(line: number, word: string): Refusal {
  return new Refusal('project-file-conflict', { file: projectFileName, line, word });
}

/**
 * Refuses a key of another environment than the wanted one, if any.
 *
 * @throws Refusal `environment-mismatch`
 */
export function checkEnvironment({ environment }: AccessKey, wanted: Environment | undefined): void {
  if (wanted === undefined || wanted === environment) return;
  throw new Refusal('environment-mismatch', { key: environment, wanted });
}

/** All targets for the same file, in the order of the project file. */
export type SameFileTargets = readonly [Target, ...Target[]];
