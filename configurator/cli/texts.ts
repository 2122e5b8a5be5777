import { type Blanks, fill, type Language, typeset } from '../../shared/wording.ts';
import { aboutTexts } from './texts/about.ts';
import { allowTexts } from './texts/allow.ts';
import { applyTexts } from './texts/apply.ts';
import { askingTexts } from './texts/asking.ts';
import { connectTexts } from './texts/connect.ts';
import { doctorTexts } from './texts/doctor.ts';
import { fleetTexts } from './texts/fleet.ts';
import { helpTexts } from './texts/help.ts';
import { identityTexts } from './texts/identity.ts';
import { initTexts } from './texts/init.ts';
import { overviewTexts } from './texts/overview.ts';
import { rotateTexts } from './texts/rotate.ts';
import { scanTexts } from './texts/scan.ts';
import { sealTexts } from './texts/seal.ts';
import { statusTexts } from './texts/status.ts';
import { undoTexts } from './texts/undo.ts';
import { verifyTexts } from './texts/verify.ts';

/** The command line's texts other than messages. */
export const texts = {
  ...aboutTexts,
  ...allowTexts,
  ...applyTexts,
  ...askingTexts,
  ...connectTexts,
  ...doctorTexts,
  ...fleetTexts,
  ...helpTexts,
  ...identityTexts,
  ...initTexts,
  ...overviewTexts,
  ...rotateTexts,
  ...scanTexts,
  ...sealTexts,
  ...statusTexts,
  ...undoTexts,
  ...verifyTexts,
};

type AllTexts = typeof texts;

export type TextKey = keyof AllTexts;

/** The names of the texts without blanks. */
export type PlainKey = { [K in TextKey]: [] extends Blanks<AllTexts[K][Language]> ? K : never }[TextKey];

/** A text with its blanks filled. */
export function tell<K extends TextKey>(
  key: K,
  language: Language,
  ...[params]: Blanks<AllTexts[K][Language]>
): string {
  const { [language]: text }: Readonly<Record<Language, string>> = texts[key];
  return fill(typeset(text, language), params ?? {});
}
