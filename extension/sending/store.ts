import browser from 'webextension-polyfill';
import { readableUnder } from '../entries.ts';
import { type Sealing, sealing } from './record.ts';

const prefix = 'sealing:';

const nameOf = ({ captureId, created }: Sealing) => `${prefix}${captureId}:${created}`;

/** How often a capture was sealed for others, the latest first. */
export async function storedSealings(captureId: string): Promise<Sealing[]> {
  return (await allSealings())
    .filter((one) => one.captureId === captureId)
    .toSorted((one, other) => other.created.localeCompare(one.created));
}

export async function storeSealing(one: Sealing): Promise<void> {
  await browser.storage.local.set({ [nameOf(one)]: one });
}

/** Drops what is known of captures that do not wait any more. */
export async function dropSealingsBut(waiting: readonly string[]): Promise<void> {
  const gone = (await allSealings()).filter(({ captureId }) => !waiting.includes(captureId));
  await browser.storage.local.remove(gone.map(nameOf));
}

function allSealings(): Promise<Sealing[]> {
  return readableUnder(prefix, sealing);
}
