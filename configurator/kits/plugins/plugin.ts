import type { Language } from '../../../shared/messages.ts';

/**
 * The form in which a product takes the key: merchant id and value in two fields; the Authorization without its word
 * `Basic`; or the whole Authorization. In the wrong one it fails without saying why.
 */
export type KeyShape = 'pair' | 'credentials' | 'authorization';

/** A file that tells that a plugin is there. */
export interface Sign {
  /** The end of its path; `*` stands for any part of a name. */
  readonly file: string;
  /** What it holds, where the name alone tells nothing. */
  readonly text?: string;
}

/** A shop's plugin that keeps its key in a database: nothing is written for it, a person enters the key by hand. */
export interface Plugin {
  /** Its word in `kit:` of the project file. */
  readonly name: string;
  /** How a person knows it. */
  readonly title: string;
  readonly shape: KeyShape;
  readonly signs: readonly Sign[];
  /** Folders of its own code, as the ends of their paths: nothing in them waits for a key. */
  readonly code: readonly string[];
  /** What to do, in order. A command takes the key from standard input or a prompt, never as an argument. */
  readonly steps: Readonly<Record<Language, readonly string[]>>;
}
