import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import {
  chooseLanguage,
  type LanguageChoice,
  languageChoice,
  languageChoices,
} from '../../chosen-language.ts';
import { t } from '../language.ts';
import { RecipientsSection } from '../recipients/recipients-section.tsx';
import { WindowHeading } from '../window.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { ConsolesSection } from './consoles-section.tsx';
import { s } from './words.ts';

/** The options page: watched consoles, colleagues, the configurator, the language. */
export function Settings() {
  return (
    <>
      <WindowHeading>{t.settings}</WindowHeading>
      <ConsolesSection />
      <RecipientsSection />
      <ConnectionSection />
      <LanguageSection />
      <p class="hint">
        {s.extensionVersion} {browser.runtime.getManifest().version}
      </p>
    </>
  );
}

const anchor = '#language';

/** The choice of the windows' language. The page reloads in the new language, with the focus where it was. */
function LanguageSection() {
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
