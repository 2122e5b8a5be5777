import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { putOnClipboard } from './clipboard.ts';
import { isForDeveloper, sentencesOf, t } from './language.ts';

/** The state of a request to the background. */
export type Task<T> =
  | { readonly state: 'idle' | 'busy' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Runs a request and tracks its state; a later run replaces an earlier one. @returns the state, the function that runs
 * a request, and the one that resets the state
 */
export function useTask<T>(): [Task<T>, (request: () => Promise<T>) => Promise<void>, () => void] {
  const [task, setTask] = useState<Task<T>>({ state: 'idle' });
  const run = async (request: () => Promise<T>) => {
    setTask({ state: 'busy' });
    try {
      setTask({ state: 'done', value: await request() });
    } catch (error) {
      setTask({ state: 'failed', error });
    }
  };
  return [task, run, () => setTask({ state: 'idle' })];
}

interface ProblemProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * What went wrong and what to do next, announced to a screen reader at once; or, for a developer's problem, what to
 * send them.
 */
export function Problem({ error, retry }: ProblemProps) {
  const { what, next } = sentencesOf(error);
  if (isForDeveloper(error)) return <DevelopersProblem what={what} next={next} retry={retry} />;
  return (
    <div class="notice alert" role="alert">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{next}</p>
      <button type="button" onClick={retry}>
        {t.retry}
      </button>
    </div>
  );
}

interface DevelopersProps {
  readonly what: string;
  readonly next: string;
  readonly retry: () => void;
}

/** Spares the merchant file names and commands: they copy the message and send it to their developer. */
function DevelopersProblem({ what, next, retry }: DevelopersProps) {
  return (
    <div class="notice alert" role="alert">
      <p>
        <strong>{t.developerCorrects}</strong>
      </p>
      <p>{t.developerCorrectsMore}</p>
      <details>
        <summary>{t.whatTheyRead}</summary>
        <p>{what}</p>
        <p>{next}</p>
      </details>
      <CopyText text={t.toCorrect(what, next)} open={t.copyForDeveloper} done={t.requestCopied} isFirst>
        <button type="button" onClick={retry}>
          {t.retry}
        </button>
      </CopyText>
    </div>
  );
}

interface CopyTextProps {
  readonly text: string;
  /** The text of the button, and the status once the text is copied. */
  readonly open: string;
  readonly done: string;
  /** Whether it is the primary button. */
  readonly isFirst?: boolean;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** Copies a text without secrets, to paste into a message. If the browser refuses, shows the text instead. */
export function CopyText({ text, open, done, isFirst = false, children }: CopyTextProps) {
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class={isFirst ? 'primary' : ''}
          onClick={() => setCopied(putOnClipboard(text))}
        >
          {open}
        </button>
        {children}
      </div>
      <p role="status">
        {isCopied === true && done}
        {isCopied === false && t.requestNotCopied}
      </p>
      {isCopied === false && <p class="request">{text}</p>}
    </>
  );
}
