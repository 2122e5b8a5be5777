import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { send } from '../../messages/send.ts';
import { t } from '../language.ts';
import { s } from '../settings/words.ts';
import { CopyText } from '../task.tsx';
import { WindowHeading } from '../window.tsx';
import { h } from './words.ts';

/** Help, privacy and how to report a problem. A page of the extension, so nothing is fetched. */
export function Help() {
  const report = useReport();
  return (
    <>
      <WindowHeading>{h.title}</WindowHeading>
      <section class="card" aria-labelledby="help">
        <h2 id="help">{h.help}</h2>
        {h.answers.map(([question, answer]) => (
          <div key={question}>
            <h3>{question}</h3>
            <p>{answer}</p>
          </div>
        ))}
      </section>
      <section class="card" aria-labelledby="privacy">
        <h2 id="privacy">{h.privacy}</h2>
        {h.privacyMore.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section class="card" aria-labelledby="report">
        <h2 id="report">{h.report}</h2>
        <p>{h.reportMore}</p>
        <p class="request mono">{report}</p>
        <CopyText text={report} open={h.copyReport} done={h.copied} isFirst />
      </section>
    </>
  );
}

/** What a helper needs to know: the versions of the programs. It contains nothing about keys, projects or pages. */
function useReport(): string {
  const [host, setHost] = useState(h.none);
  useEffect(() => {
    send('connection', {}).then(
      ({ connection }) => setHost(connection.version),
      () => {},
    );
  }, []);
  return [
    `${t.product} ${browser.runtime.getManifest().version}`,
    `${s.connection} ${host}`,
    navigator.userAgent,
  ].join('\n');
}
