import { useEffect, useState } from 'preact/hooks';
import type { Receipt } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import { AskedKeys } from '../asked.tsx';
import { WaitingChoice } from '../key-card.tsx';
import { dateText, t } from '../language.ts';
import { useAskedKeys, useWaitingKeys } from '../stored.ts';
import { useEscape, WindowHeading } from '../window.tsx';
import { InPlace } from './in-place.tsx';
import { Installation } from './installation.tsx';
import { d, preselectedWay } from './way-choice.tsx';

/** The key that the window was opened for. */
const initialCaptureId = new URLSearchParams(location.search).get('capture') ?? undefined;

const initialWay = await preselectedWay();

/**
 * The window that asks where a key goes. It keeps its key until the person chooses another; a newer key joins the list.
 */
export function Destination() {
  const waiting = useWaitingKeys();
  const asked = useAskedKeys();
  const [chosen, choose] = useState(initialCaptureId);
  const [installed, setInstalled] = useState<{ receipt: Receipt; projectName?: string | undefined }>();
  const [way, chooseWay] = useState(initialWay);
  const [entered, setEntered] = useState<{ where: string; at: string }>();
  useEscape();
  const latest = waiting?.[0]?.captureId;
  useEffect(() => {
    if (chosen === undefined) choose(latest);
    // After a reload, for example for a new permission, the window is about the same key.
    else history.replaceState(null, '', `?${new URLSearchParams({ capture: chosen })}`);
  }, [chosen, latest]);
  if (!waiting) return null;
  const showEntered = (where: string, at: string) => {
    setInstalled(undefined);
    setEntered({ where, at });
  };
  const continueWith = (captureId?: string) => {
    choose(captureId);
    setEntered(undefined);
  };
  if (entered) {
    const text = d.notedMore(entered.where, dateText(entered.at));
    const next = waiting.length > 0 ? { next: () => continueWith(latest) } : {};
    return <Notice heading={d.noted} text={text} {...next} />;
  }
  if (installed) {
    const { receipt } = installed;
    const capture = waiting.find(({ captureId }) => captureId === receipt.captureId);
    const [other] = waiting.filter((one) => one !== capture);
    const continueAfterInstall = (captureId?: string) => {
      choose(captureId);
      setInstalled(undefined);
    };
    return (
      <InPlace
        {...installed}
        capture={capture}
        onEntered={showEntered}
        leaveText={other ? t.next : capture ? t.later : t.close}
        onLeave={() => (other ? continueAfterInstall(other.captureId) : window.close())}
        installAgain={() => continueAfterInstall(receipt.captureId)}
      />
    );
  }
  if (waiting.length === 0) {
    if (asked.length === 0) return <Notice heading={t.nothingWaits} text={t.nothingWaitsMore} />;
    return (
      <>
        <WindowHeading>{t.askedHeading}</WindowHeading>
        <AskedKeys />
      </>
    );
  }
  if (chosen === undefined) return null;
  const capture = waiting.find(({ captureId }) => captureId === chosen);
  if (!capture) return <Notice heading={t.gone} text={t.goneMore} next={() => choose(undefined)} />;
  const forget = async () => {
    await send('forget', { captureId: chosen });
    choose(undefined);
  };
  return (
    <>
      <AskedKeys />
      <WindowHeading>{t.where}</WindowHeading>
      {waiting.length > 1 && <WaitingChoice waiting={waiting} chosen={chosen} choose={choose} />}
      <Installation
        key={chosen}
        capture={capture}
        way={way}
        chooseWay={chooseWay}
        onEntered={showEntered}
        done={(receipt, projectName) => setInstalled({ receipt, projectName })}
        forget={() => void forget()}
      />
    </>
  );
}

interface NoticeProps {
  readonly heading: string;
  readonly text: string;
  /** Goes on to the next waiting key, if there is one. */
  readonly next?: () => void;
}

function Notice({ heading, text, next }: NoticeProps) {
  return (
    <>
      <WindowHeading>{heading}</WindowHeading>
      <p>{text}</p>
      <button type="button" onClick={next ?? (() => window.close())}>
        {next ? t.next : t.close}
      </button>
    </>
  );
}
