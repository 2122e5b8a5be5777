import { daysUntil } from './day.ts';
import { type InventoryKey, type Stage, stages } from './record.ts';

/** Says which notice of its end a key is at; `undefined` where it has none: far off, over, or no key in use. */
export function stageOf({ end, state }: InventoryKey, now: Date): Stage | undefined {
  if (end === undefined || state === 'inactive') return undefined;
  const days = daysUntil(end, now);
  return days < 0 ? undefined : stages.find((stage) => days <= stage);
}

/** The notice that a person has not dismissed yet. */
export function openStageOf(key: InventoryKey, now: Date): Stage | undefined {
  const stage = stageOf(key, now);
  const isSeen = stage !== undefined && key.dismissed !== undefined && key.dismissed <= stage;
  return isSeen ? undefined : stage;
}
