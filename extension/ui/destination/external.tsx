import type { Plan, Receipt } from '../../../shared/wire.ts';
import { t } from '../language.ts';

/** Where a key goes that is no file: a program that takes it, a server that keeps it. */
export function PlannedExternals({ plan: { external = [] } }: { plan: Plan }) {
  return external.map(({ name, change }) => (
    <article class="file" key={name}>
      <h3>
        <span class="mono">{name}</span> <small>{t[change]}</small>
      </h3>
    </article>
  ));
}

export function DoneExternals({ receipt: { external = [] } }: { receipt: Receipt }) {
  const words = { run: t.ran, changed: t.written, unchanged: t.alreadyThere };
  return external.map(({ name, change }) => (
    <li key={name}>
      <span class="mono">{name}</span> <small>{words[change]}</small>
    </li>
  ));
}
