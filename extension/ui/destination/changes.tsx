import type { DiffLine, Plan, PlannedTarget } from '../../../shared/wire.ts';
import { StepHeading } from '../heading.tsx';
import { t, warningText } from '../language.ts';
import { PlannedExternals } from './external.tsx';

/** The plan as the host made it: per file, the lines that go and those that come, secrets masked. */
export function Changes({ plan }: { plan: Plan }) {
  return (
    <section>
      <StepHeading>{t.changes}</StepHeading>
      <p class="hint">{t.changesHidden}</p>
      {plan.targets.map((target) => (
        <File key={target.file} target={target} />
      ))}
      <PlannedExternals plan={plan} />
      {plan.warnings.length > 0 && (
        <div class="notice warning">
          <p>
            <strong>{t.warnings}</strong>
          </p>
          <ul>
            {plan.warnings.map((warning) => (
              <li key={warning}>{warningText(warning)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function File({ target }: { target: PlannedTarget }) {
  return (
    <article class="file">
      <h3>
        <span class="mono">{target.file}</span> <small>{t[target.change]}</small>
      </h3>
      {target.diff.length > 0 && (
        <ol class="diff">
          {target.diff.map((line) => (
            <Line key={Object.values(line).join(' ')} {...line} />
          ))}
        </ol>
      )}
    </article>
  );
}

const signs = { same: ' ', removed: '−', added: '+' } as const;

function Line({ sign, line, text }: DiffLine) {
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
