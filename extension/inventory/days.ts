import { type InventoryKey, type WarningDay, warningDays } from './record.ts';

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/**
 * Reads a date as the console writes it, `dd/mm/yyyy` in its list and `d/m/yyyy` in a form, or as the value of a date
 * input.
 *
 * @returns `yyyy-mm-dd`; `undefined` if there is no such date
 */
export function dayOf(text = ''): string | undefined {
  const [, day = '', month = '', year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) ?? [];
  const found = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  const date = new Date(`${found}T00:00:00Z`);
  // 31/02 would roll over into March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : undefined;
}

/** The number of days from today, in local time, until a day: 0 is today, negative is past. */
export function daysUntil(day: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return (Date.parse(`${day}T00:00:00Z`) - today) / millisecondsOfDay;
}

/** The warning that is due for a key's end; `undefined` if the end is far off or past, or the key is inactive. */
export function warningOf({ end, state }: InventoryKey, now: Date): WarningDay | undefined {
  if (end === undefined || state === 'inactive') return undefined;
  const days = daysUntil(end, now);
  return days < 0 ? undefined : warningDays.find((warning) => days <= warning);
}

/** The warning that is due, unless a person dismissed it. */
export function pendingWarningOf(key: InventoryKey, now: Date): WarningDay | undefined {
  const warning = warningOf(key, now);
  const isDismissed = warning !== undefined && key.dismissed !== undefined && key.dismissed <= warning;
  return isDismissed ? undefined : warning;
}
