/** The result of one attack. */
export interface Outcome {
  readonly attack: string;
  readonly tries: number;
  /** Counts that show that the attack had an effect, in words. */
  readonly seen: string;
  /** Every promise that was broken, a line each: must be empty. */
  readonly broken: readonly string[];
}

const shown = 20;

/** Formats outcomes as a table, with broken promises below it. */
export function report(outcomes: readonly Outcome[]): string {
  const rows = [
    ['attack', 'tries', 'broken', 'seen'],
    ...outcomes.map(({ attack, tries, broken, seen }) => [attack, `${tries}`, `${broken.length}`, seen]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const broken = outcomes.flatMap(({ attack, broken }) => [
    ...broken.slice(0, shown).map((line) => `broken, ${attack}: ${line}`),
    ...(broken.length > shown ? [`broken, ${attack}: … and ${broken.length - shown} more`] : []),
  ]);
  return [...table, '', ...broken].join('\n');
}
