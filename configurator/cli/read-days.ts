import { UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** Reads a number of days, such as `90d`. @throws UsageError */
export function readDays(given: string | undefined, { language }: Terminal): number | undefined {
  if (given === undefined) return undefined;
  const days = /^([1-9][0-9]{0,3})d?$/.exec(given)?.[1];
  if (days === undefined) throw new UsageError(tell('age-wrong', language), tell('age-wrong-next', language));
  return Number(days);
}

/** Reads a date, such as `2027-01-31`. @throws UsageError */
export function readDay(given: string | undefined, { language }: Terminal): string | undefined {
  if (given === undefined) return undefined;
  const date = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(given) ? new Date(given) : new Date(Number.NaN);
  const valid = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
  if (!valid) throw new UsageError(tell('day-wrong', language), tell('day-wrong-next', language));
  return given;
}
