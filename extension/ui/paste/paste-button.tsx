import { useState } from 'preact/hooks';
import { k } from './language.ts';

/** For those who do not use the keyboard: the browser asks whether the clipboard may be read, this once. */
export function PasteButton({ take }: { take: (text: string) => void }) {
  const [isRefused, setRefused] = useState(false);
  const read = async () => {
    try {
      take(await navigator.clipboard.readText());
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  return (
    <>
      <button type="button" class="primary" onClick={() => void read()}>
        {k.pasteButton}
      </button>
      <p class="problem" role="alert">
        {isRefused && k.notRead}
      </p>
    </>
  );
}
