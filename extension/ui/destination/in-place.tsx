import { useEffect } from 'preact/hooks';
import { doubtsOf } from '../../../shared/doubts.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import type { Receipt, ShopInProject, Undone } from '../../../shared/wire.ts';
import { send } from '../../messages/send.ts';
import type { Waiting } from '../../outbox/record.ts';
import { Badge } from '../key-card.tsx';
import { noticeText, t } from '../language.ts';
import { AskPayline } from '../payline.tsx';
import { UndoQuestion } from '../question.tsx';
import { Problem, useTask } from '../task.tsx';
import { WindowHeading } from '../window.tsx';
import { DoneExternals } from './changes.tsx';
import { type EnteredCallback, placeOf, ShopSteps } from './in-shop.tsx';
import { d } from './way-choice.tsx';

interface Props {
  readonly receipt: Receipt;
  /** If it is known. */
  readonly projectName?: string | undefined;
  /** The key, if it still waits. */
  readonly capture?: Waiting | undefined;
  readonly onEntered: EnteredCallback;
  readonly onLeave: () => void;
  readonly leaveText: string;
  /** Begins again with this key, after an undo or if the receipt leaves a doubt. */
  readonly installAgain: () => void;
}

/** Shown only with a receipt, which the background has compared with the request, until the installation is undone. */
export function InPlace({
  receipt,
  projectName,
  capture,
  onEntered,
  onLeave,
  leaveText,
  installAgain,
}: Props) {
  const [undoing, run] = useTask<Undone>();
  const { captureId, project, key, targets } = receipt;
  const undo = () => void run(async () => (await send('undo', { captureId, project })).undone);
  if (undoing.state === 'done') return <PutBack undone={undoing.value} installAgain={installAgain} />;
  const isUndoable = targets.some(({ change }) => change === 'changed');
  const isBusy = undoing.state === 'busy';
  const doubts = doubtsOf(receipt);
  return (
    <>
      <section class={doubts.length > 0 ? 'notice warning' : 'notice safe'}>
        <WindowHeading>{doubts.length > 0 ? t.notEverywhere : t.inPlace}</WindowHeading>
        <p>
          <span class="mono">{key.masked}</span> <Badge environment={key.environment} /> {projectName}
        </p>
        <ul>
          {targets.map((target) => (
            <li key={target.file}>
              <span class="mono">{target.file}</span>{' '}
              <small>{target.change === 'changed' ? t.written : t.alreadyThere}</small>
            </li>
          ))}
          <DoneExternals receipt={receipt} />
        </ul>
        <p>{t.inPlaceMore}</p>
        {doubts.length > 0 ? (
          <Doubts doubts={doubts} isBusy={isBusy} again={installAgain} />
        ) : (
          <button type="button" class={capture ? '' : 'primary'} disabled={isBusy} onClick={onLeave}>
            {leaveText}
          </button>
        )}
      </section>
      {capture && doubts.length === 0 && (
        <LeftByHand capture={capture} project={project} onEntered={onEntered} />
      )}
      <AskPayline project={project} environment={key.environment} />
      <p role="status">{isBusy && t.undoing}</p>
      {undoing.state === 'failed' && <Problem error={undoing.error} retry={undo} />}
      {isUndoable && <UndoQuestion isExternal={receipt.external !== undefined} isBusy={isBusy} undo={undo} />}
    </>
  );
}

/** The project's shop that still needs the key entered by hand. */
function LeftByHand({
  capture,
  project,
  onEntered,
}: {
  capture: Waiting;
  project: string;
  onEntered: EnteredCallback;
}) {
  const [asking, ask] = useTask<readonly ShopInProject[]>();
  const { environment, fingerprint } = capture.key;
  const look = () => void ask(async () => (await send('shops', { project })).shops);
  useEffect(look, []);
  if (asking.state === 'failed') return <Problem error={asking.error} retry={look} />;
  const left =
    asking.state === 'done' ? asking.value.find((shop) => shop.environment === environment) : undefined;
  if (!left) return null;
  return (
    <section class="notice warning">
      <h2>{d.left}</h2>
      <p>{d.leftMore}</p>
      <ShopSteps capture={capture} place={placeOf(left, fingerprint)} onEntered={onEntered} />
    </section>
  );
}

interface DoubtsProps {
  readonly doubts: readonly Refusal[];
  readonly isBusy: boolean;
  readonly again: () => void;
}

/** The external targets that may not have the key, and a button to install again: the key still waits. */
function Doubts({ doubts, isBusy, again }: DoubtsProps) {
  return (
    <>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.params['name']}>{noticeText(doubt)}</li>
        ))}
      </ul>
      <p>{t.notEverywhereMore}</p>
      <div class="buttons">
        <button type="button" class="primary" disabled={isBusy} onClick={again}>
          {t.retry}
        </button>
        <button type="button" onClick={() => window.close()}>
          {t.later}
        </button>
      </div>
    </>
  );
}

/** Shown once the files are restored; the key waits again. */
function PutBack({ undone, installAgain }: { undone: Undone; installAgain: () => void }) {
  return (
    <section class="notice">
      <WindowHeading>{t.undone}</WindowHeading>
      <ul>
        {undone.files.map((file) => (
          <li key={file} class="mono">
            {file}
          </li>
        ))}
      </ul>
      <p>{t.undoneMore}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={installAgain}>
          {t.installElsewhere}
        </button>
        <button type="button" onClick={() => window.close()}>
          {t.later}
        </button>
      </div>
    </section>
  );
}
