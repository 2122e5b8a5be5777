/** Today as `YYYY-MM-DD`, where the reader is. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join('-');
}

/** Writes `2021-03-05` as the list does: `05/03/2021`. */
export function listedDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Writes `2021-03-05` as the forms do: `5/3/2021`. */
export function typedDay(day: string): string {
  return day
    .split('-')
    .reverse()
    .map((part) => part.replace(/^0/, ''))
    .join('/');
}

/** Reads what a person typed, `5/3/2021` or `05/03/2021`; `undefined` where there is no such day. */
export function parseDay(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed.trim()) ?? [];
  const found = [year, pad(month), pad(day)].join('-');
  const date = new Date(`${found}T00:00:00Z`);
  // 31/2 would roll over into March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : undefined;
}

function pad(part: number | string): string {
  return String(part).padStart(2, '0');
}
