import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { originsOf } from '../../consoles/address.ts';
import { checkConsoles, isEveryKeyKept, type WatchStatus } from '../../consoles/watching.ts';
import { language } from '../language.ts';
import { watchingWords } from './words.ts';

export const g = watchingWords[language];

/** In milliseconds. */
const pollInterval = 500;

/** Whether keys are kept, checked repeatedly while the window is open; `undefined` until it is known. */
export function useWatchStatus(): readonly WatchStatus[] | undefined {
  const [consoles, setConsoles] = useState<readonly WatchStatus[]>();
  useEffect(() => {
    const controller = new AbortController();
    const look = async () => {
      const found = await checkConsoles();
      if (controller.signal.aborted) return;
      setConsoles(found);
      setTimeout(look, pollInterval);
    };
    void look();
    return () => controller.abort();
  }, []);
  return consoles;
}

/** Whether keys are kept and, if not, how to fix it. */
export function WatchStatusNotice({ consoles }: { consoles: readonly WatchStatus[] | undefined }) {
  if (!consoles) return <p role="status">{g.asking}</p>;
  if (isEveryKeyKept(consoles)) {
    return (
      <section class="notice safe watching">
        <p>
          <strong>{g.keeps}</strong>
        </p>
        <p>{g.keepsMore}</p>
      </section>
    );
  }
  return consoles.map((one) => (
    <>
      {!one.isAllowed && <NotAllowed key={one.host} host={one.host} />}
      {one.unwatched.map((tab) => (
        <TabProblem key={tab} tab={tab} what={g.unwatched(one.host)} more={g.unwatchedMore} />
      ))}
      {one.closed.map((tab) => (
        <TabProblem key={tab} tab={tab} what={g.closed(one.host)} more={g.closedMore} />
      ))}
    </>
  ));
}

function NotAllowed({ host }: { host: string }) {
  return (
    <section class="notice alert" role="alert">
      <p>
        <strong>{g.notAllowed(host)}</strong>
      </p>
      <p>{g.notAllowedMore}</p>
      <AllowButton host={host} />
    </section>
  );
}

/** Requests the browser's permission for a console. */
export function AllowButton({ host }: { host: string }) {
  const [isRefused, setRefused] = useState(false);
  const allow = async () => {
    const isGranted = await browser.permissions.request(originsOf(host)).catch(() => false);
    setRefused(!isGranted);
  };
  return (
    <>
      <button type="button" onClick={() => void allow()}>
        {g.allow(host)}
      </button>
      {isRefused && <p role="status">{g.refused}</p>}
    </>
  );
}

interface TabProps {
  readonly tab: number;
  readonly what: string;
  readonly more: string;
}

function TabProblem({ tab, what, more }: TabProps) {
  return (
    <section class="notice alert" role="alert">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{more}</p>
      <button type="button" onClick={() => void browser.tabs.reload(tab)}>
        {g.reload}
      </button>
    </section>
  );
}
