import type { ComponentChildren } from 'preact';
import { Refusal } from '../../shared/refusal.ts';
import { Connect } from './connect.tsx';
import { sentencesOf, t } from './language.ts';
import { CodeQuestion } from './pairing.tsx';
import { Problem } from './problem.tsx';

interface Props {
  readonly error: unknown;
  readonly retry: () => void;
}

/** What stands between this browser and the configurator, and the step that removes it. */
export function HostProblem({ error, retry }: Props) {
  switch (error instanceof Refusal ? error.code : undefined) {
    case 'host-not-allowed':
      return <Connect />;
    case 'host-missing':
      return <Missing error={error} retry={retry} />;
    case 'host-changed':
      return <Changed error={error} retry={retry} />;
    default:
      return <Problem error={error} retry={retry} />;
  }
}

function Missing({ error, retry }: Props) {
  return (
    <Alert error={error}>
      <p>{t.hostMissingHow}</p>
      <pre>
        <code>cle connect</code>
      </pre>
      <button type="button" onClick={retry}>
        {t.retry}
      </button>
    </Alert>
  );
}

function Changed({ error, retry }: Props) {
  const other = error instanceof Refusal ? String(error.params['other']) : '';
  return (
    <Alert error={error}>
      <p>{t.hostChangedMore}</p>
      <CodeQuestion recipient={other} answered={retry} />
    </Alert>
  );
}

function Alert({ error, children }: { error: unknown; children: ComponentChildren }) {
  return (
    <div class="notice alert" role="alert">
      <p>
        <strong>{sentencesOf(error).what}</strong>
      </p>
      {children}
    </div>
  );
}
