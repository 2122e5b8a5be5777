import { useEffect, useState } from 'preact/hooks';
import type { PointOfSale, Remaining } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import type { Place, Rotating } from '../../rotation/record.ts';
import { useWaitingKeys } from '../stored.ts';
import { type Task, useTask } from '../task.tsx';
import type { StageName } from './stage.tsx';

/** The state of a rotation. The current stage depends on which key is in the files. */
export interface RotationState {
  readonly looking: Task<void>;
  readonly rotating: Rotating | undefined;
  /** The waiting keys that could replace the old one, the latest first. */
  readonly candidates: readonly Waiting[];
  readonly proof: Task<readonly PointOfSale[]>;
  readonly remaining: Task<Remaining>;
  readonly stage: StageName;
  readonly look: () => void;
  readonly prove: () => void;
  readonly search: () => void;
}

export function useRotation(place: Place): RotationState {
  const [rotating, setRotating] = useState<Rotating>();
  const [looking, runLook] = useTask<void>();
  const [proof, runProof, dropProof] = useTask<readonly PointOfSale[]>();
  const [remaining, runSearch, dropSearch] = useTask<Remaining>();
  const waiting = useWaitingKeys();
  const look = () => {
    dropProof();
    dropSearch();
    void runLook(async () => setRotating((await send('rotate', place)).rotating));
  };
  const prove = () => void runProof(async () => (await send('prove', place)).pointsOfSale);
  const search = () => void runSearch(async () => (await send('remaining', place)).remaining);
  const candidates = rotating && waiting ? waiting.filter((one) => canReplace(one, rotating)) : [];
  const stage = stageOf(rotating, candidates, proof, remaining);
  useEffect(look, []);
  useEffect(() => {
    // During a refresh, the key in the files may differ from the one shown.
    if (looking.state !== 'done') return;
    if (stage === 'prove') prove();
    if (stage === 'remaining') search();
  }, [stage, looking.state]);
  return { looking, rotating, candidates, proof, remaining, stage, look, prove, search };
}

function canReplace({ key }: Waiting, { old }: Rotating): boolean {
  const hasSameOwner = key.environment === old.environment && key.merchantId === old.merchantId;
  return hasSameOwner && key.fingerprint !== old.fingerprint;
}

function stageOf(
  rotating: Rotating | undefined,
  candidates: readonly Waiting[],
  proof: Task<unknown>,
  remaining: Task<unknown>,
): StageName {
  if (!rotating || rotating.old.fingerprint === rotating.current.fingerprint) {
    return candidates.length > 0 ? 'install' : 'create';
  }
  if (proof.state !== 'done') return 'prove';
  return remaining.state === 'done' ? 'end' : 'remaining';
}
