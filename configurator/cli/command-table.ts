import type { Command } from '@stricli/core';
import type { Language } from '../../shared/wording.ts';
import { kits } from '../project/kits/kits.ts';
import { plugins } from '../project/kits/plugins.ts';
import type { CleContext } from './command.ts';
import { tell } from './texts.ts';

/** The shells that `cle completion` writes for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export type Shell = (typeof shells)[number];

/** What may stand after a flag, or by itself: one of some words, a folder, a file, or what only the person knows. */
export type Value = readonly string[] | 'folder' | 'file' | 'text';

export interface FlagEntry {
  /** As it is typed: `--dry-run`. */
  readonly flag: string;
  readonly brief: string;
  /** `undefined` for one that stands by itself. */
  readonly value: Value | undefined;
  readonly repeatable: boolean;
}

export interface CommandEntry {
  readonly name: string;
  readonly brief: string;
  readonly flags: readonly FlagEntry[];
  /** What stands after the command without a flag. */
  readonly argument: Value | undefined;
}

/** What makes each command, by its name. */
export type Commands = Readonly<Record<string, () => Command<CleContext>>>;

/** Every command and flag, as the command line itself knows them. */
export function commandTable(commands: Commands, language: Language): CommandEntry[] {
  const help = { flag: '--help', brief: tell('about-help', language), value: undefined, repeatable: false };
  return Object.entries(commands).map(([name, make]) => {
    const command = make();
    return { name, brief: command.brief, flags: [...flagsOf(command), help], argument: argumentOf(command) };
  });
}

function flagsOf({ parameters }: Command<CleContext>): FlagEntry[] {
  return Object.entries(parameters.flags ?? {}).map(([name, flag]) => ({
    flag: `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    brief: flag.brief,
    value: flag.kind === 'enum' ? flag.values : flag.kind === 'boolean' ? undefined : wordsFor(name, flag),
    repeatable: 'variadic' in flag && Boolean(flag.variadic),
  }));
}

function wordsFor(name: string, { placeholder }: { readonly placeholder?: string }): Value {
  return name === 'kit' ? [...kits, ...plugins].map((each) => each.name) : kindOf(placeholder);
}

function argumentOf({ parameters }: Command<CleContext>): Value | undefined {
  const { positional } = parameters;
  if (positional === undefined) return undefined;
  const [first] = positional.kind === 'array' ? [positional.parameter] : positional.parameters;
  return first && kindOf(first.placeholder);
}

const kinds: Readonly<Record<string, Value>> = {
  DIR: 'folder',
  FILE: 'file',
  PATH: 'file',
  SOURCE: 'file',
  SHELL: shells,
};

/** What the help calls it says what it is. */
function kindOf(placeholder: string | undefined): Value {
  return kinds[placeholder ?? ''] ?? 'text';
}
