import { type InventoryKey, type WarningDay, warningDays } from './record.ts';

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/**
 * Reads a day as the console writes it, `dd/mm/yyyy` in its list and `d/m/yyyy` in a form, or as a browser's own control for
 * a day holds it.
 *
 * @returns `yyyy-mm-dd`; `undefined` where there is no such day
 */
export function dayOf(text = ''): string | undefined {
  const [, day = '', month = '', year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) ?? [];
  const found = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  const date = new Date(`${found}T00:00:00Z`);
  // 31/02 would roll over into March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : undefined;
}

/** How many days there are from today, where the person is, until a day: 0 is today, less is past. */
export function daysUntil(day: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return (Date.parse(`${day}T00:00:00Z`) - today) / millisecondsOfDay;
}

/** Says which notice of its end a key is at; `undefined` where it has none: far off, over, or no key in use. */
export function warningOf({ end, state }: InventoryKey, now: Date): WarningDay | undefined {
  if (end === undefined || state === 'inactive') return undefined;
  const days = daysUntil(end, now);
  return days < 0 ? undefined : warningDays.find((warning) => days <= warning);
}

/** The notice that a person has not dismissed yet. */
export function openWarningOf(key: InventoryKey, now: Date): WarningDay | undefined {
  const warning = warningOf(key, now);
  const isSeen = warning !== undefined && key.dismissed !== undefined && key.dismissed <= warning;
  return isSeen ? undefined : warning;
}
