import { useId } from 'preact/hooks';
import { language } from '../language.ts';
import { type RecipientWords, recipientWords } from './words.ts';

export const r: RecipientWords = recipientWords[language];

interface Props {
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly problem: string | undefined;
}

/** The person's name for a colleague. */
export function NameField({ name, setName, problem }: Props) {
  const id = useId();
  return (
    <>
      <label for={id}>{r.name}</label>
      <input
        id={id}
        type="text"
        name="colleague"
        autoComplete="off"
        required
        value={name}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
    </>
  );
}
