import type { AccessKey } from '../../shared/access-key.ts';
import type { ReplyBody, RequestBody, Project as WireProject } from '../../shared/wire.ts';
import { makePlan, type Plan } from '../apply/plan.ts';
import { summarize } from '../apply/summary.ts';
import type { Project } from '../project/project.ts';
import { findProject, listProjects } from '../project/registered.ts';
import { findReceipt } from '../state/journal.ts';
import { installOnce } from './install-once.ts';
import { openBase64 } from './open-base64.ts';
import { undoOnce } from './undo-once.ts';

export async function listForBrowser(): Promise<ReplyBody<'projects'>> {
  return { projects: (await listProjects()).map(describe) };
}

export async function planForBrowser({ project, sealed }: RequestBody<'plan'>): Promise<ReplyBody<'plan'>> {
  const { key } = await openBase64(sealed);
  return { plan: await summarize(await planFor(project, key)) };
}

export async function installForBrowser(request: RequestBody<'install'>): Promise<ReplyBody<'install'>> {
  const { key, captureId } = await openBase64(request.sealed);
  return { receipt: await installOnce(await planFor(request.project, key), captureId, request.digest) };
}

export async function statusForBrowser({ captureId }: RequestBody<'status'>): Promise<ReplyBody<'status'>> {
  return { receipt: (await findReceipt(captureId)) ?? null };
}

export async function undoForBrowser({
  project,
  captureId,
}: RequestBody<'undo'>): Promise<ReplyBody<'undo'>> {
  const files = await undoOnce(await findProject(project), captureId);
  return { undone: { captureId, project, files } };
}

async function planFor(projectId: string, key: AccessKey): Promise<Plan> {
  return makePlan(await findProject(projectId), key);
}

function describe({ id, name, merchant, environments }: Project): WireProject {
  return { id, name, ...(merchant && { merchant: merchant.word }), environments: [...environments] };
}
