import type { Field } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import type { FormatName } from '../formats/registry.ts';

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
  /** Where the product keeps the file, relative to its own folder. */
  readonly files: readonly string[];
  /** The product's versions write the same facts differently; a file has the shape whose addresses it has. */
  readonly shapes: readonly (readonly KitSetting[])[];
}
