import type { HeldKey, Holding, ReplyBody, RequestBody, Project as WireProject } from '../../shared/wire.ts';
import { projectStatus, type TargetStatus } from '../inspect/status.ts';
import { mapBounded } from '../machine/map-bounded.ts';
import { type Journal, readJournal } from '../machine/records/journal.ts';
import { loadEach, registeredByName } from '../project/load.ts';
import type { Project } from '../project/project.ts';

/** In characters, the size at which a page is full, of the mebibyte that a browser accepts. */
const fullPage = 400_000;

/** Projects that are read before checking whether the page is full. */
const atOnce = 50;

interface Page<T> {
  readonly items: T[];
  /** The start of the next page; left out on the last one. */
  readonly next?: number;
}

/**
 * One page of descriptions of the registered projects, so that no number of projects makes a reply too large.
 *
 * @param from the number of projects on earlier pages, in the order of their names
 */
export async function pageOf<T>(
  from: number,
  describe: (project: Project) => Promise<T[]>,
): Promise<Page<T>> {
  const all = await registeredByName();
  const items: T[] = [];
  let size = 0;
  for (let at = from; at < all.length; at += atOnce) {
    if (size > fullPage) return { items, next: at };
    const found = await mapBounded(await loadEach(all.slice(at, at + atOnce)), describe);
    items.push(...found.flat());
    size += JSON.stringify(found).length;
  }
  return { items };
}

/** The registered projects. An extension that names no page does not know pages, and gets the first one. */
export async function listForBrowser({ from }: RequestBody<'projects'>): Promise<ReplyBody<'projects'>> {
  const { items, next } = await pageOf(from ?? 0, async (project) => [describe(project)]);
  return { projects: items, ...(from !== undefined && next !== undefined && { next }) };
}

function describe({ id, name, merchant, environments }: Project): WireProject {
  return { id, name, ...(merchant && { merchant: merchant.word }), environments: [...environments] };
}

/** Which key is in which project, as in `cle status`. Pages work as in `listForBrowser`. */
export async function heldForBrowser({ from }: RequestBody<'held'>): Promise<ReplyBody<'held'>> {
  const journal = await readJournal();
  const { items, next } = await pageOf(from ?? 0, (project) => holdingsOf(project, journal));
  return { holdings: items, ...(from !== undefined && next !== undefined && { next }) };
}

async function holdingsOf(project: Project, journal: Journal): Promise<Holding[]> {
  const { id, name } = project;
  return (await projectStatus(project, { journal, withoutGit: true })).map(({ environment, targets }) => ({
    project: id,
    name,
    environment,
    keys: keysIn(targets),
  }));
}

/** A window shows no more files of one key. */
const mostFiles = 20;

/** Each key once, with its files. */
function keysIn(targets: readonly TargetStatus[]): HeldKey[] {
  const keys = new Map<string, HeldKey>();
  for (const { file, key } of targets) {
    if (!key) continue;
    const { masked, reference, fingerprint } = key;
    const known = keys.get(`${masked} ${fingerprint}`);
    if (known && known.files.length < mostFiles) known.files.push(file);
    if (known) continue;
    const held = { masked, reference: reference ?? '', fingerprint: fingerprint ?? '', files: [file] };
    keys.set(`${masked} ${fingerprint}`, held);
  }
  return [...keys.values()];
}
