import { useEffect, useState } from 'preact/hooks';
import type { Receipt } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import { AskedKeys } from '../asked.tsx';
import { WaitingChoice } from '../key-card.tsx';
import { dateText, t } from '../language.ts';
import { useAsked, useOutbox } from '../stored.ts';
import { useEscape, WindowHeading } from '../window.tsx';
import { InPlace } from './in-place.tsx';
import { Installation } from './installation.tsx';
import { d, firstWay } from './way-choice.tsx';

/** The key that the window was opened for. */
const opened = new URLSearchParams(location.search).get('capture') ?? undefined;

const remembered = await firstWay();

/**
 * The window that asks where a key goes. It keeps its key until the person chooses another; a newer key joins the list.
 */
export function Destination() {
  const waiting = useOutbox();
  const asked = useAsked();
  const [chosen, choose] = useState(opened);
  const [installed, setInstalled] = useState<{ receipt: Receipt; projectName?: string | undefined }>();
  const [way, chooseWay] = useState(remembered);
  const [noted, note] = useState<{ where: string; at: string }>();
  useEscape();
  const latest = waiting?.[0]?.captureId;
  useEffect(() => {
    if (chosen === undefined) choose(latest);
    // After a reload, for example for a new permission, the window is about the same key.
    else history.replaceState(null, '', `?${new URLSearchParams({ capture: chosen })}`);
  }, [chosen, latest]);
  if (!waiting) return null;
  const said = (where: string, at: string) => {
    setInstalled(undefined);
    note({ where, at });
  };
  const goOnFrom = (captureId?: string) => {
    choose(captureId);
    note(undefined);
  };
  if (noted) {
    const text = d.notedMore(noted.where, dateText(noted.at));
    const next = waiting.length > 0 ? { next: () => goOnFrom(latest) } : {};
    return <Notice heading={d.noted} text={text} {...next} />;
  }
  if (installed) {
    const { receipt } = installed;
    const capture = waiting.find(({ captureId }) => captureId === receipt.captureId);
    const [other] = waiting.filter((one) => one !== capture);
    const goOn = (captureId?: string) => {
      choose(captureId);
      setInstalled(undefined);
    };
    return (
      <InPlace
        {...installed}
        capture={capture}
        said={said}
        leaveText={other ? t.next : capture ? t.later : t.close}
        leave={() => (other ? goOn(other.captureId) : window.close())}
        installAgain={() => goOn(receipt.captureId)}
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
        said={said}
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
