import type { Field } from '../../../shared/access-key.ts';
import type { Environment } from '../../../shared/environment.ts';
import type { Language } from '../../../shared/messages.ts';
import { Refusal } from '../../../shared/refusal.ts';
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
}

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
  readonly beside?: readonly string[];
  /** The product's versions write the same facts differently; a file has the shape whose addresses it has. */
  readonly shapes: readonly (readonly KitSetting[])[];
  /** What is left to do once the file is written, such as a restart. */
  readonly hint?: Readonly<Record<Language, string>>;
}

/**
 * The first of a kit's shapes of which a file has every address once.
 *
 * @param addressesOf the addresses that a file of the shape has
 * @param find finds the entry of an address, and refuses where there are several
 * @returns `undefined` where the file has none of the shapes
 * @throws Refusal `entry-duplicate` where it has none because an address is there several times
 */
export function fittingShape<Shape>(
  shapes: readonly Shape[],
  addressesOf: (shape: Shape) => readonly string[],
  find: (address: string) => unknown,
): Shape | undefined {
  let duplicate: Refusal | undefined;
  for (const shape of shapes) {
    try {
      if (addressesOf(shape).every(find)) return shape;
    } catch (error) {
      // What is ambiguous in one shape may be what another is made of, such as both branches of a condition.
      if (!(error instanceof Refusal) || error.code !== 'entry-duplicate') throw error;
      duplicate = error;
    }
  }
  if (duplicate) throw duplicate;
  return undefined;
}
