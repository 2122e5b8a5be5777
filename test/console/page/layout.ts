import { element } from './element.ts';
import { paths } from './router.ts';
import { settings } from './settings.ts';
import { words } from './words.ts';

/** The layout of every page: the header, the menu, the place for the page itself. */
export function layout(outlet: HTMLElement): HTMLElement {
  const header = element(
    'header',
    { class: 'top' },
    element('strong', {}, words.administration),
    element('span', { class: `environment ${settings.environment}` }, words[settings.environment]),
    element('span', { class: 'spacer' }),
    element('span', {}, words.shop),
    languageLink('fr'),
    languageLink('en'),
    element('a', { href: '/signed-out' }, words.signOut),
  );
  const menu = element(
    'nav',
    { class: 'side', 'aria-label': words.administration },
    element('div', { class: 'menu-group' }, words.configuration),
    element('a', { href: `#${paths.list}`, 'aria-current': 'page' }, words.apiKeys),
  );
  const footer = element('footer', { class: 'bottom' }, words.practice);
  return element('app-root', {}, header, element('div', { class: 'middle' }, menu, outlet), footer);
}

function languageLink(language: 'fr' | 'en'): HTMLElement {
  const query = new URLSearchParams(location.search);
  query.set('lang', language);
  const current = language === settings.language && 'true';
  return element(
    'a',
    { href: `?${query}#${paths.list}`, lang: language, 'aria-current': current },
    language.toUpperCase(),
  );
}
