import { before } from './before.ts';
import { median, type Timing } from './measure.ts';

/** The result of one benchmark, and the contender that the ratios refer to. */
export interface Result {
  readonly title: string;
  /** One sentence: what was done. */
  readonly what: string;
  readonly timings: readonly Timing[];
  /** Contenders that this machine does not have. */
  readonly absent?: readonly string[];
  /** Names of contenders that the others are divided by, a column each. */
  readonly against: readonly string[];
  /** Goals and results, one per line. */
  readonly goals: readonly string[];
}

/** Prints a result as a Markdown section. */
export function toMarkdown({ title, what, timings, absent = [], against, goals }: Result): string {
  const header = ['program', 'median', 'fastest', 'memory', ...against.map((name) => `× ${name}`), 'before'];
  const bases = against.map((name) => median(timings.find((timing) => timing.name === name)?.runs ?? []));
  const rows = timings.map(({ name, runs, memory }) => [
    name,
    `${median(runs).toFixed(1)} ms`,
    `${Math.min(...runs).toFixed(1)} ms`,
    memory > 0 ? `${memory.toFixed(0)} MiB` : '',
    ...bases.map((base) => (median(runs) / base).toFixed(2)),
    formerly(title, name, against),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(header), line(header.map(() => '---')), ...rows.map(line)];
  const missing = absent.length > 0 ? ['', `Not on this machine: ${absent.join(', ')}.`] : [];
  return [
    `## ${title}`,
    '',
    what,
    '',
    ...table,
    ...missing,
    '',
    ...goals.map((goal) => `- ${goal}`),
    '',
  ].join('\n');
}

/** The median of before, and its ratios then. */
function formerly(title: string, name: string, against: readonly string[]): string {
  const medians = before[title];
  const then = medians?.[name];
  if (then === undefined) return '';
  const ratios = against.map((base) => (then / (medians?.[base] ?? Number.NaN)).toFixed(2));
  return [`${then} ms`, ...ratios.map((ratio) => `× ${ratio}`)].join(', ');
}

/** Formats a goal as a ratio of medians, with whether it was met. */
export function ratioGoal(timings: readonly Timing[], name: string, against: string, limit: number): string {
  const of = (wanted: string) => median(timings.find((timing) => timing.name === wanted)?.runs ?? []);
  const ratio = of(name) / of(against);
  return `${name} ≤ ${limit} × ${against}: ${ratio.toFixed(2)}, ${ratio <= limit ? 'met' : 'missed'}`;
}
