import type { Environment } from '../../shared/environment.ts';
import { AnyRefusal, Refusal } from '../../shared/refusal.ts';
import type { ReplyBody, RequestBody } from '../../shared/wire.ts';
import { openDoubts } from '../inspect/external-status.ts';
import { installedKey } from '../inspect/payline/installed-key.ts';
import { nameContracts } from '../inspect/payline/settings.ts';
import { verify } from '../inspect/payline/verify.ts';
import { beginOrResume, findRemaining, finishRotation } from '../inspect/rotation.ts';
import { receiptsOf } from '../machine/records/journal.ts';
import { rotationOf } from '../machine/records/rotation.ts';
import { findProject } from '../project/load.ts';
import { checkEnvironment } from '../project/project.ts';
import { openBase64 } from './requests.ts';

/** A window shows no more of each, and a reply must not grow with the project. */
const mostPointsOfSale = 50;
const mostPlaces = 100;

type RotationRequest = RequestBody<'remaining'>;

/** @throws Refusal `verify-…` unless Payline confirms that the key works */
export async function verifyForBrowser({
  project,
  environment,
  sealed,
}: RequestBody<'verify'>): Promise<ReplyBody<'verify'>> {
  const found = await findProject(project);
  const key =
    sealed === undefined ? await installedKey(found, environment) : await sealedKey(sealed, environment);
  const verified = await verify(key);
  if (verified.outcome !== 'works') throw verified.why;
  return { pointsOfSale: verified.pointsOfSale.slice(0, mostPointsOfSale).map(nameContracts) };
}

/** @throws Refusal that names an external target which may not have the new key: the old one must not be retired then */
export async function rotateForBrowser({
  project,
  environment,
  begin,
}: RequestBody<'rotate'>): Promise<ReplyBody<'rotate'>> {
  const found = begin ? await findProject(project) : (await begun({ project, environment })).project;
  const { old, current } = await beginOrResume(found, await installedKey(found, environment));
  if (old.fingerprint !== current.fingerprint) {
    const [doubt] = await openDoubts(found, environment);
    if (doubt) throw new AnyRefusal(doubt.code, doubt.params);
  }
  const receipt = (await receiptsOf(current.fingerprint)).find((one) => one.project === project);
  return { rotation: { old, current, captureId: receipt?.captureId ?? null } };
}

export async function remainingForBrowser(asked: RotationRequest): Promise<ReplyBody<'remaining'>> {
  const { project, old } = await begun(asked);
  const { places, projects, unread } = await findRemaining(project, old);
  const shown = places.slice(0, mostPlaces);
  const more = places.length - shown.length;
  return { remaining: { places: shown, more, projects, ...(unread > 0 && { unread }) } };
}

export async function finishForBrowser({
  ends,
  ...asked
}: RequestBody<'finish'>): Promise<ReplyBody<'finish'>> {
  const { project, old } = await begun(asked);
  await finishRotation(project, old, ends ?? undefined);
  return {};
}

async function begun({ project: id, environment }: RotationRequest) {
  const project = await findProject(id);
  const old = await rotationOf(id, environment);
  if (!old) throw new Refusal('rotation-none');
  return { project, old };
}

async function sealedKey(sealed: string, environment: Environment) {
  const { key } = await openBase64(sealed);
  checkEnvironment(key, environment);
  return key;
}
