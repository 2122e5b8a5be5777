import type { DiffLine, Plan, PlannedTarget, Receipt } from '../../../shared/wire.ts';
import { noticeText, t, warningText } from '../language.ts';
import { StepHeading } from '../window.tsx';

/** The host's plan: for each file the lines removed and added, with secrets masked. */
export function Changes({ plan }: { plan: Plan }) {
  const warnings = [...plan.warnings.map(warningText), ...(plan.notices ?? []).map(noticeText)];
  return (
    <section>
      <StepHeading>{t.changes}</StepHeading>
      <p class="hint">{t.changesHidden}</p>
      {plan.targets.map((target) => (
        <TargetDiff key={target.file} target={target} />
      ))}
      <PlannedExternals plan={plan} />
      {warnings.length > 0 && (
        <div class="notice warning">
          <p>
            <strong>{t.warnings}</strong>
          </p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function TargetDiff({ target }: { target: PlannedTarget }) {
  return (
    <article class="file">
      <h3>
        <span class="mono">{target.file}</span> <small>{t[target.change]}</small>
      </h3>
      {target.diff.length > 0 && (
        <ol class="diff">
          {target.diff.map((line) => (
            <DiffRow key={Object.values(line).join(' ')} {...line} />
          ))}
        </ol>
      )}
    </article>
  );
}

const signs = { same: ' ', removed: '−', added: '+' } as const;

function DiffRow({ sign, line, text }: DiffLine) {
  return (
    <li class={sign}>
      <span class="number" aria-hidden="true">
        {line}
      </span>
      <span class="sign" aria-hidden="true">
        {signs[sign]}
      </span>
      {sign !== 'same' && <span class="spoken">{`${t[sign]}, ${t.line} ${line}: `}</span>}
      <code>{text}</code>
    </li>
  );
}

/** The external targets of a plan: a program that takes the key, a server that stores it. */
function PlannedExternals({ plan: { external = [] } }: { plan: Plan }) {
  return external.map(({ name, change }) => (
    <article class="file" key={name}>
      <h3>
        <span class="mono">{name}</span> <small>{t[change]}</small>
      </h3>
    </article>
  ));
}

export function DoneExternals({ receipt: { external = [] } }: { receipt: Receipt }) {
  const words = {
    run: t.ran,
    changed: t.written,
    unchanged: t.alreadyThere,
    unknown: t.mayHaveIt,
    left: t.leftOut,
  };
  return external.map(({ name, change }) => (
    <li key={name}>
      <span class="mono">{name}</span> <small>{words[change]}</small>
    </li>
  ));
}
