import type { Language } from '../../shared/wording.ts';

/** What a person may have to know, in numbers. */
export interface Matters {
  /** Keys that wait for their files. */
  readonly waiting: number;
  /** Those of them that are removed within a day. */
  readonly expiring: number;
  /** Keys that waited too long, whose removal nobody has seen yet. */
  readonly removed: number;
  /** Keys of the console that end soon. */
  readonly ending: number;
}

/** What the toolbar's button shows, and what a screen reader says of it. */
export interface ButtonLook {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

/** White on either has a contrast of 7 or more. */
const calm = '#1d4f91';
const urgent = '#9b1c15';

const words: Readonly<Record<Language, Record<keyof Matters, (count: number) => string>>> = {
  en: {
    waiting: (count) => (count === 1 ? '1 key waits' : `${count} keys wait`),
    expiring: (count) =>
      count === 1 ? '1 of them is removed within a day' : `${count} of them are removed within a day`,
    removed: (count) => (count === 1 ? '1 key was removed' : `${count} keys were removed`),
    ending: (count) => (count === 1 ? '1 key ends soon' : `${count} keys end soon`),
  },
  fr: {
    waiting: (count) => (count === 1 ? '1 clé attend' : `${count} clés attendent`),
    expiring: (count) =>
      count === 1 ? 'l’une sera retirée d’ici un jour' : `${count} seront retirées d’ici un jour`,
    removed: (count) => (count === 1 ? '1 clé a été retirée' : `${count} clés ont été retirées`),
    ending: (count) => (count === 1 ? '1 clé prend bientôt fin' : `${count} clés prennent bientôt fin`),
  },
};

/** Decides how the button looks: the number of keys that wait, and another colour where something cannot wait. */
export function lookOf(matters: Matters, language: Language): ButtonLook {
  const { waiting, ...urgencies } = matters;
  const isUrgent = Object.values(urgencies).some((count) => count > 0);
  const said = (['waiting', 'expiring', 'removed', 'ending'] as const)
    .filter((matter) => matters[matter] > 0)
    .map((matter) => words[language][matter](matters[matter]));
  return {
    text: waiting > 0 ? String(waiting) : isUrgent ? '!' : '',
    colour: isUrgent ? urgent : calm,
    title: ['Clé en main', ...said].join(' · '),
  };
}
