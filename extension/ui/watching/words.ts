import type { Language } from '../../../shared/wording.ts';

const en = {
  keeps: 'Keys that your consoles show are kept.',
  keepsMore: 'The browser allows it, and every open console tab answered just now.',
  asking: 'Asking the browser and the open console tabs…',
  notAllowed: (host: string) => `The browser does not allow it here: ${host}`,
  notAllowedMore: 'A key that this console shows is not kept.',
  allow: (host: string) => `Allow ${host}…`,
  refused:
    'The browser did not allow it. Give Clé en main access to this site in the browser’s settings for extensions; in a company, ask whoever administers the browser.',
  unwatched: (host: string) => `A tab of ${host} is not watched.`,
  unwatchedMore: 'Copy by hand a key that it shows, then reload it.',
  reload: 'Reload this tab',
  closed: (host: string) => `The browser does not allow it in a tab of ${host}.`,
  closedMore:
    'A key that it shows is not kept. Reload it; if that does not help, a rule of whoever administers the browser forbids it: ask them.',
  private:
    'In private windows nothing is kept: they promise to leave no trace, and a key that waits is one. The same holds where the browser never remembers history. Create keys in an ordinary window.',
};

type WatchingWords = typeof en;

const fr: WatchingWords = {
  keeps: 'Les clés que vos consoles affichent sont gardées.',
  keepsMore: 'Le navigateur le permet, et chaque onglet ouvert d’une console vient de répondre.',
  asking: 'Le navigateur et les onglets ouverts des consoles sont interrogés…',
  notAllowed: (host) => `Le navigateur ne le permet pas ici : ${host}`,
  notAllowedMore: 'Une clé que cette console affiche n’est pas gardée.',
  allow: (host) => `Autoriser ${host}…`,
  refused:
    'Le navigateur ne l’a pas permis. Donnez à Clé en main l’accès à ce site dans les réglages des extensions du navigateur ; dans une entreprise, demandez à qui administre le navigateur.',
  unwatched: (host) => `Un onglet de ${host} n’est pas suivi.`,
  unwatchedMore: 'Copiez à la main une clé qu’il affiche, puis rechargez-le.',
  reload: 'Recharger cet onglet',
  closed: (host) => `Le navigateur ne le permet pas dans un onglet de ${host}.`,
  closedMore:
    'Une clé qu’il affiche n’est pas gardée. Rechargez-le ; si cela n’aide pas, une règle de qui administre le navigateur l’interdit : demandez-lui.',
  private:
    'Dans les fenêtres privées, rien n’est gardé : elles promettent de ne laisser aucune trace, et une clé qui attend en est une. Il en va de même si le navigateur ne conserve jamais l’historique. Créez vos clés dans une fenêtre ordinaire.',
};

export const watchingWords: Readonly<Record<Language, WatchingWords>> = { en, fr };
