import type { Field } from './field.ts';

export interface Filling {
  field: Field;
  text: string;
}

export type Pace = (fillings: readonly Filling[], closed: AbortSignal) => void;

const lateBy = 400;
const characterEvery = 5;

export const atOnce: Pace = (fillings) => {
  for (const { field, text } of fillings) field.show(text);
};

/** Fills the fields well after the box appears: no MutationObserver sees a property being set. */
export const late: Pace = (fillings, closed) => {
  setTimeout(() => closed.aborted || atOnce(fillings, closed), lateBy);
};

/** Lets every field grow at the same pace, so that the short ones are complete before the Authorization is. */
export const streaming: Pace = (fillings, closed) => {
  const longest = Math.max(...fillings.map(({ text }) => text.length));
  let shown = 0;
  const timer = setInterval(() => {
    shown += 1;
    for (const { field, text } of fillings) field.show(text.slice(0, shown));
    if (shown === longest) clearInterval(timer);
  }, characterEvery);
  closed.addEventListener('abort', () => clearInterval(timer));
};
