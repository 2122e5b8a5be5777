import type { ComponentChildren } from 'preact';
import { language } from '../language.ts';
import { StepHeading } from '../window.tsx';
import { type RotationWords, rotationWords } from './words.ts';

export const r: RotationWords = rotationWords[language];

/** The stages of a rotation, in order. */
const stages = ['create', 'install', 'prove', 'remaining', 'end'] as const;
export type StageName = (typeof stages)[number];

interface Props {
  readonly name: StageName;
  /** The stage that is to be done now. */
  readonly current: StageName;
  readonly children?: ComponentChildren;
}

/** One stage: a past one with its result, the current one with its controls, or the title of a later one. */
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
