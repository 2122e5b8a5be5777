import { basename } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { type KeyLife, keyLives } from '../inspect/reminders.ts';
import { type EnvironmentStatus, projectStatus } from '../inspect/status.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { type Journal, readJournal } from '../machine/records/journal.ts';
import { keyEnds } from '../machine/records/key-ends.ts';
import type { RegisteredProject } from '../machine/records/registry.ts';
import { loadRegistered, registeredByName } from '../project/load.ts';
import { say } from './messages.ts';
import { localDay, localTime } from './show/local-time.ts';
import { alignedLines } from './show/table.ts';
import type { Terminal } from './terminal.ts';
import { type PlainKey, tell } from './texts.ts';

/** The state of a project or one of its environments: `well` only if every target was read and is as installed. */
type State = 'well' | 'none' | 'found' | 'unknown' | 'unread';

interface Row {
  readonly environment: EnvironmentStatus['environment'];
  /** The keys in its files, each once. */
  readonly keys: readonly KeyLife[];
  readonly state: State;
  /** The number of findings. */
  readonly count: number;
}

/** One project of the table. */
export interface Overview {
  readonly project: { readonly id: string; readonly name: string; readonly dir: string };
  readonly rows: readonly Row[];
  /** Why it could not be read. */
  readonly refusal?: Pick<Refusal, 'code' | 'params'>;
}

/**
 * Reads the status of every registered project. A problem with one does not affect the others.
 *
 * @param onDone is called after each
 * @throws Refusal `state-…`
 */
export async function overviewOfAll(onDone: (done: number, all: number) => void): Promise<Overview[]> {
  const registered = await registeredByName();
  const [journal, ends] = [await readJournal(), await keyEnds()];
  let done = 0;
  return mapBounded(registered, async (project) => {
    const overview = await overviewOf(project, journal, ends);
    onDone(++done, registered.length);
    return overview;
  });
}

async function overviewOf(
  registered: RegisteredProject,
  journal: Journal,
  ends: ReadonlyMap<string, string>,
): Promise<Overview> {
  const { id, dir } = registered;
  const project = { id, name: basename(dir), dir };
  try {
    const environments = await projectStatus(await loadRegistered(registered), { journal });
    const installed = journal.ofProject(id);
    return {
      project,
      rows: environments.map((each) =>
        rowOf(
          each,
          keyLives([each], () => installed, ends),
        ),
      ),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { project, rows: [], refusal: { code: error.code, params: error.params } };
  }
}

function rowOf(status: EnvironmentStatus, keys: readonly KeyLife[]): Row {
  const { environment, targets, external, byHand, findings } = status;
  const count = targets.reduce((sum, target) => sum + target.findings.length, findings.length);
  const isKnown = targets.every(
    ({ key, installed, inStep }) => (key === null || installed !== null) && inStep,
  );
  const isAlone = external.length + byHand.length === 0;
  const hasKey = targets.some(({ key }) => key !== null);
  const empty: State = count > 0 ? 'none' : 'unknown';
  const state: State = !hasKey ? empty : count > 0 ? 'found' : isKnown && isAlone ? 'well' : 'unknown';
  return { environment, keys, state, count };
}

/** Prints a table of the projects, one line per environment, and the number in each state. */
export function showOverview(overviews: readonly Overview[], now: Date, terminal: Terminal): void {
  const { print, paint, language } = terminal;
  print(tell('status-all-time', language, { time: localTime(now.toISOString(), language) }));
  const heads = tell('status-all-heads', language).split('|');
  const lines = overviews.flatMap((overview) => linesOf(overview, terminal));
  const [head = '', ...texts] = alignedLines([heads, ...lines.map(({ cells }) => cells)]);
  print(paint('bold', head));
  for (const [at, { colour }] of lines.entries()) print(paint(colour, texts[at] ?? ''));
  const states = overviews.map(stateOf);
  const count = (state: State) => states.filter((each) => each === state).length;
  const [well, found, unread] = [count('well'), count('found') + count('none'), count('unread')];
  print(tell('status-all-counts', language, { projects: overviews.length, well, found, unread }));
}

/** A project has the state of its worst environment. */
function stateOf({ rows, refusal }: Overview): State {
  if (refusal) return 'unread';
  const states = rows.map(({ state }) => state);
  const order: readonly State[] = ['found', 'none', 'unknown'];
  return order.find((state) => states.includes(state)) ?? (states.length > 0 ? 'well' : 'unknown');
}

const colours = { well: 'green', none: 'yellow', found: 'yellow', unknown: 'dim', unread: 'red' } as const;

interface Line {
  readonly cells: readonly string[];
  readonly colour: (typeof colours)[State];
}

function linesOf({ project: { name }, rows, refusal }: Overview, { language }: Terminal): Line[] {
  if (refusal) {
    const why = `${tell('status-all-unread', language)} (${say(refusal.code, refusal.params, language).what})`;
    return [{ cells: [name, '', '', '', '', why], colour: colours.unread }];
  }
  return rows.map(({ environment, keys, state, count }) => {
    const of = (read: (key: KeyLife) => string | null) => keys.map((key) => read(key) ?? '–').join(', ');
    const dates = [
      of(({ since }) => since && localTime(since, language)),
      of(({ ends }) => ends && localDay(ends, language)),
    ];
    const word =
      state === 'found' ? tell('status-all-found', language, { count }) : tell(words[state], language);
    return { cells: [name, environment, of(({ masked }) => masked), ...dates, word], colour: colours[state] };
  });
}

const words = {
  well: 'status-all-well',
  none: 'status-all-none',
  unknown: 'status-all-unknown',
  unread: 'status-all-unread',
} as const satisfies Partial<Record<State, PlainKey>>;
