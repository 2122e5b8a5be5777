import type { Language } from '../../shared/wording.ts';

/** The counts that the toolbar button reflects. */
export interface ButtonCounts {
  /** Waiting keys. */
  readonly waiting: number;
  /** Waiting keys that have waited so long that the person is asked about them. */
  readonly overdue: number;
  /** Keys of the console that end soon. */
  readonly ending: number;
  /** Consoles whose keys are not kept, in all or some of their tabs. */
  readonly unwatched: number;
}

/** What the toolbar button shows; a screen reader reads the title. */
export interface ButtonLook {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

/** White text has a contrast of at least 7 on either colour. */
const calmColour = '#1d4f91';
const urgentColour = '#9b1c15';

const words: Readonly<Record<Language, Record<keyof ButtonCounts, (count: number) => string>>> = {
  en: {
    waiting: (count) => (count === 1 ? '1 key waits' : `${count} keys wait`),
    overdue: (count) =>
      count === 1 ? '1 of them has waited for a week' : `${count} of them have waited for a week`,
    ending: (count) => (count === 1 ? '1 key ends soon' : `${count} keys end soon`),
    unwatched: (count) =>
      count === 1 ? 'does not keep the keys of 1 console' : `does not keep the keys of ${count} consoles`,
  },
  fr: {
    waiting: (count) => (count === 1 ? '1 clé attend' : `${count} clés attendent`),
    overdue: (count) =>
      count === 1 ? 'l’une attend depuis une semaine' : `${count} attendent depuis une semaine`,
    ending: (count) => (count === 1 ? '1 clé prend bientôt fin' : `${count} clés prennent bientôt fin`),
    unwatched: (count) =>
      count === 1 ? 'ne garde pas les clés d’une console' : `ne garde pas les clés de ${count} consoles`,
  },
};

/**
 * Decides how the button looks: it shows the number of waiting keys, in another colour if something is urgent. An
 * unwatched console takes precedence.
 */
export function lookOf(matters: ButtonCounts, language: Language): ButtonLook {
  const { waiting, ...urgencies } = matters;
  const isUnwatched = matters.unwatched > 0;
  const isUrgent = Object.values(urgencies).some((count) => count > 0);
  const parts = (['unwatched', 'waiting', 'overdue', 'ending'] as const)
    .filter((matter) => matters[matter] > 0)
    .map((matter) => words[language][matter](matters[matter]));
  return {
    text: waiting > 0 && !isUnwatched ? String(waiting) : isUrgent ? '!' : '',
    colour: isUrgent ? urgentColour : calmColour,
    title: ['Clé en main', ...parts].join(' · '),
  };
}
