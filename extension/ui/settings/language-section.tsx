import { useEffect, useRef, useState } from 'preact/hooks';
import {
  chooseLanguage,
  type LanguageChoice,
  languageChoice,
  languageChoices,
} from '../../settings/language.ts';
import { s } from './words.ts';

const anchor = '#language';

/** In which language the windows speak. The page is drawn again in the new one, and the person goes on where they were. */
export function LanguageSection() {
  const [chosen, setChosen] = useState<LanguageChoice>();
  const radio = useRef<HTMLInputElement>(null);
  useEffect(() => void languageChoice().then(setChosen), []);
  useEffect(() => {
    if (chosen && location.hash === anchor) radio.current?.focus();
  }, [chosen]);

  const choose = async (choice: LanguageChoice) => {
    await chooseLanguage(choice);
    history.replaceState(null, '', anchor);
    location.reload();
  };
  return (
    <fieldset id="language">
      <legend>{s.language}</legend>
      {languageChoices.map((choice) => (
        <label class="choice" key={choice} lang={choice === 'automatic' ? undefined : choice}>
          <input
            type="radio"
            name="language"
            ref={choice === chosen ? radio : null}
            checked={choice === chosen}
            onChange={() => void choose(choice)}
          />
          {s.languages[choice]}
        </label>
      ))}
    </fieldset>
  );
}
