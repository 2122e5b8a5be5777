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

/** One address of a target and what it shall hold. */
export interface Setting {
  readonly address: string;
  /** Where the project file asks for it, from 1. */
  readonly line: number;
  readonly field: Field;
  /** What the field `environment` says: the file's own word for the environment of the target. */
  readonly environmentWord: string;
  /** Written only where the file already has a place for it. */
  readonly optional: boolean;
}

/** One file of the project and what goes where in it. */
export interface Target {
  /** Relative to the project's folder, with `/`. */
  readonly file: string;
  /** Where the project file names it, from 1. */
  readonly line: number;
  /** The name of the kit that the file belongs to. */
  readonly kit: string | undefined;
  /** `undefined`: it follows from the file's name. */
  readonly format: FormatName | undefined;
  readonly dialect: Word | undefined;
  /** Where the project file says that a commented placeholder is to be filled in its place, from 1. */
  readonly uncomment?: number;
  /** What to set. A kit's file comes in several shapes: the one whose addresses the file has is meant. */
  readonly shapes: readonly (readonly Setting[])[];
}

/** What a place that is no file gets: a field of the key, or the place's own word for the environment. */
export type Given = Pick<Setting, 'field' | 'environmentWord'>;

/** A program that takes a value on its standard input, such as one that puts it into a platform's secrets. */
export interface CommandTarget {
  readonly kind: 'command';
  /** The program, then its arguments. */
  readonly argv: readonly [string, ...string[]];
  readonly given: Given;
  /** Where the project file names it, from 1. */
  readonly line: number;
}

/** The word in place of an address: the server that this variable of the environment names. */
export const vaultVariable = 'VAULT_ADDR';

/** A secret of HashiCorp Vault or OpenBao, in a KV version 2 engine. */
export interface VaultTarget {
  readonly kind: 'vault';
  /** Where the server is: an origin, as `https://vault.example:8200`; `undefined`: where `VAULT_ADDR` says. */
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

/** A target that is not a file. It runs, or is spoken to, only where the developer allowed the project file. */
export type ExternalTarget = CommandTarget | VaultTarget;

/** A plugin that keeps its key in a database: a person enters it there. */
export interface ByHand {
  readonly plugin: Plugin;
  /** Where the project file names it, from 1. */
  readonly line: number;
}

/** A folder with a project file, read and checked. */
export interface Project {
  /** 32 hexadecimal digits, random; kept once the project is registered, so that it tells nothing of the path. */
  readonly id: string;
  /** Absolute path, symbolic links resolved. */
  readonly dir: string;
  readonly name: string;
  /** SHA-256 of the project file as it was read, in hexadecimal. */
  readonly sha256: string;
  /** The only merchant whose keys the project takes; `undefined`: any. */
  readonly merchant: Word | undefined;
  /** The environments that have targets. */
  readonly environments: readonly Environment[];
  targets(environment: Environment): readonly Target[];
  /** The targets beyond files, in the order of the project file. */
  external(environment: Environment): readonly ExternalTarget[];
  /** What takes a key of the environment beside the targets, and is never written. */
  byHand(environment: Environment): readonly ByHand[];
}

/** What a place gets of a key, in clear: for that place only. */
export function givenValue({ field, environmentWord }: Given, key: AccessKey): string {
  return field === 'environment' ? environmentWord : key.reveal(field);
}

/** Two targets of the project file mean the same file and say different things of it. */
export function projectFileConflict(line: number, word: string): Refusal {
  return new Refusal('project-file-conflict', { file: projectFileName, line, word });
}

/**
 * Refuses a key of another environment than the one that is wanted, where one is.
 *
 * @throws Refusal `environment-mismatch`
 */
export function checkEnvironment({ environment }: AccessKey, wanted: Environment | undefined): void {
  if (wanted === undefined || wanted === environment) return;
  throw new Refusal('environment-mismatch', { key: environment, wanted });
}

/** All targets that mean the same file, in the order of the project file. */
export type SameFileTargets = readonly [Target, ...Target[]];
