import { sentencesOf, t } from './language.ts';

/** Says what went wrong and what to do next, at once also to a screen reader. */
export function Problem({ error, retry }: { error: unknown; retry: () => void }) {
  const { what, next } = sentencesOf(error);
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
