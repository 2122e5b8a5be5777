import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/send.ts';
import type { Body } from '../../messages/table.ts';
import type { Waiting } from '../../outbox/record.ts';
import { putOnClipboard, requestClipboardPermission } from '../clipboard.ts';
import { t } from '../language.ts';

/** How long the clipboard may hold a key, in seconds. */
const clipboardSeconds = 30;

export type CopiedField = Body<'copy'>['field'];

export const usualFields: readonly CopiedField[] = ['accessKey', 'merchantId', 'authorization', 'reference'];

/** The way without a configurator: the person copies each field to the clipboard, which is cleared soon after. */
export function ByHand({ capture }: { capture: Waiting }) {
  return (
    <section class="card" aria-label={t.byHand}>
      <p class="hint">{t.byHandMore}</p>
      <CopyFields capture={capture} fields={usualFields} />
    </section>
  );
}

interface CopyProps {
  readonly capture: Waiting;
  readonly fields: readonly CopiedField[];
}

/** A copy button for each field, the first one primary, and the state of the clipboard. */
export function CopyFields({ capture: { captureId, key }, fields }: CopyProps) {
  const [outcome, setOutcome] = useState<'copied' | 'cleared' | 'notCopied'>();
  const [copies, setCopies] = useState(0);
  const copy = async (field: CopiedField) => {
    const isDone =
      (await requestClipboardPermission()) && putOnClipboard((await send('copy', { captureId, field })).text);
    setOutcome(isDone ? 'copied' : 'notCopied');
    if (isDone) setCopies((count) => count + 1);
  };
  useClipboardClearing(copies, () => setOutcome('cleared'));
  return (
    <>
      <div class="buttons">
        {fields
          .filter((field) => field !== 'reference' || key.reference !== '')
          .map((field, at) => (
            <button
              type="button"
              key={field}
              class={at === 0 ? 'primary' : ''}
              onClick={() => void copy(field)}
            >
              {t.copyField[field]}
            </button>
          ))}
      </div>
      <p role="status">
        {outcome === 'copied' && t.copied(clipboardSeconds)}
        {outcome === 'cleared' && t.cleared}
        {outcome === 'notCopied' && t.notCopied}
      </p>
      <p class="hint">{t.clipboardManagers}</p>
    </>
  );
}

/**
 * Clears the clipboard, without reading it: some time after the last copy, or when the component or the window goes
 * away.
 */
function useClipboardClearing(copies: number, onCleared: () => void): void {
  const clear = () => void putOnClipboard('');
  useEffect(() => {
    if (copies === 0) return;
    const timer = setTimeout(() => {
      clear();
      onCleared();
    }, clipboardSeconds * 1000);
    return () => clearTimeout(timer);
  }, [copies]);
  const hasCopied = copies > 0;
  useEffect(() => {
    if (!hasCopied) return;
    window.addEventListener('pagehide', clear);
    return () => {
      window.removeEventListener('pagehide', clear);
      clear();
    };
  }, [hasCopied]);
}
