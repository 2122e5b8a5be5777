import type { Field } from '../../../shared/access-key.ts';
import type { Environment } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Language } from '../../../shared/wording.ts';
import type { Entry } from '../../formats/format.ts';
import type { FormatName } from '../../formats/registry.ts';

/** What one address of a kit's file takes. */
export interface KitSetting {
  /** One address, or one for each environment where the file keeps both keys apart. */
  readonly address: string | Readonly<Record<Environment, string>>;
  readonly field: Field;
  /** What the product calls each environment. */
  readonly words?: Readonly<Record<Environment, string>>;
  /** Written only where the file already has a place for it. */
  readonly optional?: boolean;
  /** `false`: a file may be the kit's without it; it is added then. */
  readonly recognises?: false;
}

/** A file that tells a product, where its name alone does not by what it holds. */
export type Companion = string | { readonly file: string; readonly text: string };

/** A product that reads its key from a file: known, so that a person need not say what goes where. */
export interface Kit {
  /** Its word in `kit:` of the project file. */
  readonly name: string;
  /** How a person knows it. */
  readonly title: string;
  readonly format: FormatName;
  /** The dialect in which the product reads the file, where it is not the format's first. */
  readonly dialect?: string;
  /** Where the product keeps the file, relative to its own folder; `*` stands for any part of a name. */
  readonly files: readonly string[];
  /** For a file that many products have: one of these stands in its folder, too. */
  readonly beside?: readonly Companion[];
  /** The product's versions write the same facts differently; a file has the shape whose addresses it has. */
  readonly shapes: readonly (readonly KitSetting[])[];
  /** What is left to do once the file is written, such as a restart. */
  readonly hint?: Readonly<Record<Language, string>>;
}

interface Place {
  readonly address: string;
  readonly isConstant: boolean;
}

function fits({ isConstant }: Place, entry: Entry | undefined): boolean {
  return entry !== undefined && (isConstant ? entry.constant !== undefined : true);
}

/** Whether a kit's word for an environment is a constant of a class, as `Env::HOMO`. */
export function isConstantWord(word: string): boolean {
  return /^\w+::\w+$/.test(word);
}

/**
 * The first of a kit's shapes of which a file has every address once.
 *
 * @param placesOf the addresses that a file of the shape has, and which of them hold a constant of a class
 * @param find finds the entry of an address, and refuses where there are several
 * @returns `undefined` where the file has none of the shapes
 * @throws Refusal `entry-duplicate` where it has none because an address is there several times
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
      // What is ambiguous in one shape may be what another is made of, such as both branches of a condition.
      if (!(error instanceof Refusal) || error.code !== 'entry-duplicate') throw error;
      duplicate = error;
    }
  }
  if (duplicate) throw duplicate;
  return undefined;
}
