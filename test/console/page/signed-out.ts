import { element } from './element.ts';
import { words } from './words.ts';

document.body.append(
  element(
    'main',
    { class: 'alone' },
    element('p', {}, words.signedOut),
    element('a', { href: '/' }, words.signIn),
  ),
);
