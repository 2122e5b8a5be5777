import type { Language } from '../../shared/messages.ts';
import { type Texts, texts } from './texts.ts';
import type { Notice, Told } from './told.ts';
import { styleOf, type Tone } from './tones.ts';

const toneOf: Readonly<Record<Told['name'], Tone>> = {
  reading: 'calm',
  offered: 'calm',
  unrecoverable: 'calm',
  sealed: 'safe',
  unreadable: 'alert',
  failed: 'alert',
  orphaned: 'alert',
  lost: 'alert',
};

/** Says in words what a page has to tell. */
export function noticeOf(state: Told, language: Language): Notice {
  const words = texts[language];
  const [title, text] = words.states[state.name];
  const masked = 'masked' in state ? state.masked : '';
  const why = state.name === 'unreadable' ? reason(state.code, words) : '';
  const again = 'held' in state && state.held ? words.again : '';
  const tone = toneOf[state.name];
  return {
    title: title.replace('{masked}', () => masked),
    text: [text, why, again].filter(Boolean).join(' '),
    isAlert: tone === 'alert',
    style: styleOf(tone),
  };
}

function reason(code: string, words: Texts): string {
  if (code === 'key-masked') return words.masked;
  return code === 'key-authorization-mismatch' ? words.mismatch : '';
}
