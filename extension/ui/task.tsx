import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { putOnClipboard } from './clipboard.ts';
import { isForDeveloper, sentencesOf, t } from './language.ts';

/** Something that is asked of the background. */
export type Task<T> =
  | { readonly state: 'idle' | 'busy' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** Runs one request at a time and keeps how it stands; a later run takes the place of an earlier one. */
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

/** Says what went wrong and what to do next, at once also to a screen reader; or who corrects it, and what to send them. */
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

/** A merchant need not read file names and commands: the sentence is for the developer, and goes there by the clipboard. */
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
  /** What the button says, and what is said once it is done. */
  readonly open: string;
  readonly done: string;
  /** Whether it is the way on, or another one beside it. */
  readonly isFirst?: boolean;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** Copies a text that is no secret, to be pasted into a message; shows it where the browser does not allow that. */
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
