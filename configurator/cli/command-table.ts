import type { Command } from '@stricli/core';
import type { Language } from '../../shared/wording.ts';
import { kits } from '../project/kits/kits.ts';
import { plugins } from '../project/kits/plugins.ts';
import type { CleContext } from './command.ts';
import { tell } from './texts.ts';

/** The shells that `cle completion` supports. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export type Shell = (typeof shells)[number];

/** The values of `--lang`. */
export const languages: readonly Language[] = ['en', 'fr'];

/** The commands by purpose, those that everybody needs first. */
export const groups = {
  core: ['init', 'apply', 'status', 'undo'],
  check: ['verify', 'rotate', 'scan'],
  people: ['recipient', 'seal'],
  machine: ['connect', 'disconnect', 'doctor', 'allow', 'schema', 'completion'],
} as const;

/** The kinds of value of a flag or an argument: one of some words, a folder, a file, or free text. */
export type Value = readonly string[] | 'folder' | 'file' | 'text';

export interface FlagEntry {
  /** As typed: `--dry-run`. */
  readonly flag: string;
  readonly brief: string;
  /** `undefined` for a flag without a value. */
  readonly value: Value | undefined;
  /** The name of its value in the help: `DIR`. */
  readonly placeholder: string | undefined;
  readonly repeatable: boolean;
}

/** A positional argument, as shown in the help. */
export interface Operand {
  readonly placeholder: string;
  readonly brief: string;
}

export interface CommandEntry {
  readonly name: string;
  readonly brief: string;
  /** Its own flags, then those of every command. */
  readonly flags: readonly FlagEntry[];
  /** Its positional argument. */
  readonly argument: Value | undefined;
  readonly operand: Operand | undefined;
}

/** The definition of each command, by its name. */
export type Commands = Readonly<Record<string, () => Command<CleContext>>>;

/** Every command and flag, as the command line itself knows them. */
export function commandTable(commands: Commands, language: Language): CommandEntry[] {
  const common = commonFlags(language);
  return Object.entries(commands).map(([name, make]) => {
    const command = make();
    const operand = operandOf(command);
    return {
      name,
      brief: command.brief,
      flags: [...flagsOf(command), ...common],
      argument: operand && kindOf(operand.placeholder),
      operand,
    };
  });
}

/** The flags that every command has. */
export function commonFlags(language: Language): FlagEntry[] {
  const alone = { value: undefined, placeholder: undefined, repeatable: false };
  return [
    { flag: '--quiet', brief: tell('about-quiet', language), ...alone },
    {
      flag: '--lang',
      brief: tell('about-lang', language),
      value: languages,
      placeholder: languages.join('|'),
      repeatable: false,
    },
    { flag: '--help', brief: tell('about-help', language), ...alone },
  ];
}

function flagsOf({ parameters }: Command<CleContext>): FlagEntry[] {
  return Object.entries(parameters.flags ?? {}).map(([name, flag]) => ({
    flag: `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    brief: flag.brief,
    value: flag.kind === 'enum' ? flag.values : flag.kind === 'boolean' ? undefined : wordsFor(name, flag),
    placeholder: 'placeholder' in flag ? flag.placeholder : undefined,
    repeatable: 'variadic' in flag && Boolean(flag.variadic),
  }));
}

function wordsFor(name: string, { placeholder }: { readonly placeholder?: string }): Value {
  return name === 'kit' ? [...kits, ...plugins].map((each) => each.name) : kindOf(placeholder);
}

function operandOf({ parameters }: Command<CleContext>): Operand | undefined {
  const { positional } = parameters;
  if (positional === undefined) return undefined;
  const [first] = positional.kind === 'array' ? [positional.parameter] : positional.parameters;
  return first && { placeholder: first.placeholder ?? 'WORD', brief: first.brief };
}

const kinds: Readonly<Record<string, Value>> = {
  DIR: 'folder',
  FILE: 'file',
  PATH: 'file',
  SOURCE: 'file',
  SHELL: shells,
};

/** The kind of a value, by its name in the help. */
function kindOf(placeholder: string | undefined): Value {
  return kinds[placeholder ?? ''] ?? 'text';
}
