import { looksMasked } from '../../shared/access-key.ts';
import { readBasicAuthorization, toCredentials } from '../../shared/authorization.ts';
import { encodedValue, isMaskOf, trimInvisible } from './text.ts';
import { fieldOfLabel, type Labelled } from './words.ts';

/** The texts that a person has pasted, split into lines. They contain secrets: never show them. */
export type Pasted = readonly (readonly string[])[];

/** The most lines that are read; no pop-up has as many. */
const maxLines = 100;

/** The fields found in the pasted texts. Only `isMasked`, `isMismatch`, `merchantId` and `reference` may be shown. */
export interface Gathered {
  /** In its full form, with `Basic ` and its padding, however it was pasted. */
  readonly authorization: string | undefined;
  /** From the Authorization, or as it was pasted. */
  readonly merchantId: string | undefined;
  /** The value that the Authorization encodes, if it was pasted too, or a mask that shows its end. */
  readonly accessKey: string | undefined;
  /** Possible values that nothing proves yet: the one that the Authorization encodes, or each text that may be one. */
  readonly unproven: readonly string[];
  readonly reference: string | undefined;
  /** The text pasted last is masked or truncated, as the page shows it. */
  readonly isMasked: boolean;
  /** The Authorization contradicts the merchant id or the value that was pasted with it. */
  readonly isMismatch: boolean;
}

/** Adds one more text: a single field, a line with its name, or the whole pop-up. */
export function paste(pasted: Pasted, text: string): Pasted {
  const lines = text.split('\n').map(trimInvisible).filter(Boolean).slice(0, maxLines);
  return lines.length === 0 ? pasted : [...pasted, lines].slice(-maxLines);
}

/** A text and its name, which comes before it in its line, or is the line above. */
interface Entry {
  readonly name: string;
  readonly text: string;
  /** It was pasted by itself, so its form alone tells which field it is. */
  readonly isOnlyLine: boolean;
}

/**
 * Finds the fields, in whatever order they were pasted. The Authorization tells what the value must be; without one,
 * the person has to confirm the value.
 */
export function gather(pasted: Pasted): Gathered {
  const entries = pasted.flatMap(entriesIn);
  const authorization = pasted.flat().map(authorizationIn).findLast(Boolean);
  const decoded = authorization === undefined ? undefined : readBasicAuthorization(authorization);
  const pastedMerchantId = entries.findLast(isMerchantId)?.text;
  const values = entries.filter((entry) => mayBeValue(entry) && authorizationIn(entry.text) === undefined);
  const isShown = (text: string) =>
    decoded && (text === decoded.accessKey || isMaskOf(text, decoded.accessKey));
  const accessKey = entries.some(({ text }) => isShown(text)) ? decoded?.accessKey : undefined;
  const others = [...new Set(values.map(({ text }) => text))].filter((text) => text !== decoded?.accessKey);
  const labelledValues = values.filter(({ name }) => kindOf(name) === 'accessKey').map(({ text }) => text);
  const unproven = decoded
    ? [decoded.accessKey]
    : labelledValues.length > 0
      ? labelledValues.slice(-1)
      : others;
  return {
    authorization,
    merchantId: decoded?.merchantId ?? pastedMerchantId,
    accessKey,
    unproven: accessKey === undefined ? unproven : [],
    reference: referenceIn(entries, accessKey === undefined ? [] : others),
    isMasked: pasted.at(-1)?.some((line) => !authorizationIn(line) && looksMasked(line)) ?? false,
    isMismatch:
      decoded !== undefined &&
      ((pastedMerchantId !== undefined && pastedMerchantId !== decoded.merchantId) ||
        (accessKey === undefined && others.length > 1)),
  };
}

/** A name, a separator and a value: a row of a page, a line of a configuration file, a header. */
const separator = /^(.{2,60}?)\s*(?:[:=\t]|\s{2})\s*(\S+)$/u;

function entriesIn(lines: readonly string[]): Entry[] {
  return lines.flatMap((line, at) => {
    const [, inline, value] = separator.exec(line) ?? [];
    const name = inline ?? lines[at - 1] ?? '';
    const text = (value ?? line).replace(/^["'`]+|["'`,;]+$/g, '');
    return /^[\x21-\x7e]{1,200}$/.test(text) ? [{ name, text, isOnlyLine: lines.length === 1 }] : [];
  });
}

/** Which field a name means, in a page or in a configuration file. */
function kindOf(name: string): Labelled | undefined {
  const label = fieldOfLabel(name);
  if (label) return label;
  if (/merchant|commer|marchand|ident|compte/iu.test(name)) return 'merchantId';
  if (/ref/iu.test(name)) return 'reference';
  return /key|cl[eé]f?|secret/iu.test(name) ? 'accessKey' : undefined;
}

const isMerchantId = ({ name, text, isOnlyLine }: Entry) =>
  /^\d{6,20}$/.test(text) && (isOnlyLine || kindOf(name) === 'merchantId');

function mayBeValue(entry: Entry): boolean {
  const { name, text, isOnlyLine } = entry;
  const kind = kindOf(name);
  if (looksMasked(text) || fieldOfLabel(text) || isMerchantId(entry)) return false;
  return kind === 'accessKey' || (kind === undefined && isOnlyLine);
}

/**
 * Finds an Authorization in a line: with `Basic ` in any case or without it, quoted, with its name or in a command,
 * even without its padding, which a double click does not select.
 */
function authorizationIn(line: string): string | undefined {
  return line
    .split(/[\s"'`<>:,;()]+|(?<=\w)=(?=\w)/u)
    .map((word) => word.replace(/=+$/, ''))
    .filter((word) => word.length >= 12)
    .map((word) => `Basic ${word.padEnd(Math.ceil(word.length / 4) * 4, '=')}`)
    .find((header) => {
      const decoded = encodedValue(header) && readBasicAuthorization(header);
      return (
        decoded &&
        /^\d+$/.test(decoded.merchantId) &&
        header === `Basic ${toCredentials(decoded.merchantId, decoded.accessKey)}`
      );
    });
}

/** The text after its label, or otherwise the one that is neither value nor Authorization. */
function referenceIn(entries: readonly Entry[], others: readonly string[]): string | undefined {
  const labelled = entries.filter(({ name }) => kindOf(name) === 'reference').map(({ text }) => text);
  return [...others, ...labelled].findLast((text) => fieldOfLabel(text) === undefined && !looksMasked(text));
}
