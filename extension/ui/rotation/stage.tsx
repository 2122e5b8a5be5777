import type { ComponentChildren } from 'preact';
import { language } from '../language.ts';
import { StepHeading } from '../window.tsx';
import { type RotationWords, rotationWords } from './words.ts';

export const r: RotationWords = rotationWords[language];

/** On the way from an old key to a new one, in order. */
const stages = ['create', 'install', 'prove', 'remaining', 'end'] as const;
export type StageName = (typeof stages)[number];

interface Props {
  readonly name: StageName;
  /** The stage that is next to be done. */
  readonly current: StageName;
  readonly children?: ComponentChildren;
}

/** One stage: what was done, what is to be done now, or the name of what comes. */
export function Stage({ name, current, children }: Props) {
  const [at, now] = [stages.indexOf(name), stages.indexOf(current)];
  const title = r.stages[name];
  if (at > now) {
    return (
      <li class="ahead">
        <h2>{title}</h2>
      </li>
    );
  }
  if (at < now) {
    return (
      <li class="past">
        <h2>
          {title} <small>{r.done}</small>
        </h2>
        {children}
      </li>
    );
  }
  return (
    <li class="now" aria-current="step">
      <StepHeading>{title}</StepHeading>
      {children}
    </li>
  );
}
