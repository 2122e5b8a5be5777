import type { Field } from '../../../shared/access-key.ts';
import type { Environment } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Language } from '../../../shared/wording.ts';
import type { Entry } from '../../formats/format.ts';
import type { FormatName } from '../../formats/registry.ts';

/** One address of a kit's file, and the field for it. */
export interface KitSetting {
  /** One address, or one for each environment where the file has both keys. */
  readonly address: string | Readonly<Record<Environment, string>>;
  readonly field: Field;
  /** The product's words for the environments. */
  readonly words?: Readonly<Record<Environment, string>>;
  /** Written only where the file already has a place for it. */
  readonly optional?: boolean;
  /** `false`: a file is recognised without it, and it is then added. */
  readonly recognises?: false;
}

/** A file by which a product is recognised, by its name or by a text in it. */
export type Companion = string | { readonly file: string; readonly text: string };

/** A known product that reads its key from a file: nobody has to tell which field goes where. */
export interface Kit {
  /** Its word in `kit:` of the project file. */
  readonly name: string;
  /** Its name for people. */
  readonly title: string;
  readonly format: FormatName;
  /** The dialect in which the product reads the file, if it is not the format's default. */
  readonly dialect?: string;
  /** The paths of the file, relative to the product's folder; `*` stands for any part of a name. */
  readonly files: readonly string[];
  /** For a file name that many products use: one of these files must be beside it. */
  readonly beside?: readonly Companion[];
  /** The layouts of the file in the product's versions; the first whose addresses the file has is used. */
  readonly shapes: readonly (readonly KitSetting[])[];
  /** What remains to be done after the file is written, such as a restart. */
  readonly hint?: Readonly<Record<Language, string>>;
}

interface Place {
  readonly address: string;
  readonly isConstant: boolean;
}

function fits({ isConstant }: Place, entry: Entry | undefined): boolean {
  return entry !== undefined && (isConstant ? entry.constant !== undefined : true);
}

/** Whether a kit's word for an environment is a class constant, such as `Env::HOMO`. */
export function isConstantWord(word: string): boolean {
  return /^\w+::\w+$/.test(word);
}

/**
 * The first shape of a kit whose addresses the file all has, each once.
 *
 * @param placesOf the addresses of a file of that shape, and which of them hold a class constant
 * @param find finds the entry at an address, and refuses where there are several
 * @returns `undefined` where no shape fits
 * @throws Refusal `entry-duplicate` where none fits because an address occurs several times
 */
export function fittingShape<Shape>(
  shapes: readonly Shape[],
  placesOf: (shape: Shape) => readonly Place[],
  find: (address: string) => Entry | undefined,
): Shape | undefined {
  let duplicate: Refusal | undefined;
  for (const shape of shapes) {
    try {
      if (placesOf(shape).every((place) => fits(place, find(place.address)))) return shape;
    } catch (error) {
      // An ambiguous address in one shape may be two places of another, such as both branches of a condition.
      if (!(error instanceof Refusal) || error.code !== 'entry-duplicate') throw error;
      duplicate = error;
    }
  }
  if (duplicate) throw duplicate;
  return undefined;
}
