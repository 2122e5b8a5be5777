import browser from 'webextension-polyfill';
import { lastChosenWay, storeChosenWay, type Way, ways } from '../../chosen-way.ts';
import { hostPermission } from '../../host/exchange.ts';
import { language, t } from '../language.ts';
import { destinationWords } from './words.ts';

export const d = destinationWords[language];

/**
 * The way that is preselected: the person's last choice or, without one, the files if the configurator is connected.
 */
export async function preselectedWay(): Promise<Way | undefined> {
  const last = await lastChosenWay();
  if (last) return last;
  return (await browser.permissions.contains(hostPermission)) ? 'files' : undefined;
}

interface Props {
  readonly chosen: Way | undefined;
  readonly choose: (way: Way) => void;
  readonly isBusy: boolean;
}

/** The choice of where the key goes. The last choice is preselected the next time. */
export function WayChoice({ chosen, choose, isBusy }: Props) {
  const answer = (way: Way) => {
    choose(way);
    void storeChosenWay(way);
  };
  return (
    <fieldset class="ways" aria-label={t.where}>
      {ways.map((way) => (
        <label class="choice" key={way}>
          <input
            type="radio"
            name="way"
            value={way}
            checked={way === chosen}
            disabled={isBusy}
            onChange={() => answer(way)}
          />
          <span>
            {d.ways[way]}
            <small>{d.waysMore[way]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
