import { environments } from '../../shared/environment.ts';
import type { ReplyBody, RequestBody, ShopInProject } from '../../shared/wire.ts';
import { noteEntered } from '../install/by-hand.ts';
import { type Journal, readJournal } from '../machine/records/journal.ts';
import { findProject } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { pageOf } from './holdings.ts';
import { openBase64 } from './requests.ts';

/** The projects whose shops take a key by hand, or those of one project. Pages are as those of `listForBrowser`. */
export async function shopsForBrowser({ from, project }: RequestBody<'shops'>): Promise<ReplyBody<'shops'>> {
  const journal = await readJournal();
  if (project !== undefined) return { shops: shopsIn(await findProject(project), journal) };
  const { items, next } = await pageOf(from ?? 0, async (each) => shopsIn(each, journal));
  return { shops: items, ...(next !== undefined && { next }) };
}

function shopsIn(project: Project, journal: Journal): ShopInProject[] {
  const { id, name, merchant } = project;
  return environments.flatMap((environment) => {
    const kits = project.byHand(environment).map(({ plugin: { name, title } }) => ({ name, title }));
    if (kits.length === 0) return [];
    const said = journal.enteredIn(id, environment);
    const entered = said ? { masked: said.key.masked, fingerprint: said.key.fingerprint, at: said.at } : null;
    return [{ project: id, name, ...(merchant && { merchant: merchant.word }), environment, kits, entered }];
  });
}

export async function enteredForBrowser({
  project,
  sealed,
}: RequestBody<'entered'>): Promise<ReplyBody<'entered'>> {
  const { key, captureId } = await openBase64(sealed);
  return { at: await noteEntered(await findProject(project), key, captureId) };
}
