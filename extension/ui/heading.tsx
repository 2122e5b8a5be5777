import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly children: ComponentChildren;
}

/** The heading of a window. It takes the focus when the window appears, so that a screen reader begins there. */
export function WindowHeading({ children }: Props) {
  const heading = useFocus();
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** The heading of a step. It takes the focus when the step appears, so that a screen reader goes on from there. */
export function StepHeading({ children }: Props) {
  const heading = useFocus();
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

function useFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anybody can type: a focus that comes later would take the keys away from a field.
  useLayoutEffect(() => heading.current?.focus(), []);
  return heading;
}
