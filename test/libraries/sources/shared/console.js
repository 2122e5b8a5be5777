// What every page of a component library has in common: its address says which pop-up it shows, `/LIBRARY/TITLE/KIND`.

const [, , titled, kind = 'input'] = location.pathname.split('/');

const fr = {
  title: 'Clé d’accès créée',
  warning:
    'Attention, veuillez à copier votre clé d’accès avant de fermer la pop-up. Vous ne pourrez plus la consulter par la suite.',
  labels: ['Référence externe', 'Valeur de la clé', 'Authorization (HTTP Header)'],
  copy: 'Copier',
  close: 'Fermer',
};

const en = {
  title: 'Access key created',
  warning:
    'Please make sure to copy your access key before closing the pop-up. You will not be able to view it afterwards.',
  labels: ['External reference', 'Key value', 'Authorization (HTTP Header)'],
  copy: 'Copy',
  close: 'Close',
};

export const words = {
  fr,
  en,
  unlisted: { ...fr, title: 'Tout est prêt, conservez ce qui suit' },
}[titled];

export { kind };

const lateBy = 400;

/**
 * Shows the pop-up some time after the page, as an application does.
 *
 * @param show opens it with the texts of its three fields; is called again where they come late
 */
export function present(show) {
  // Of the document itself; see build.ts.
  const texts = [key.reference, key.accessKey, key.authorization];
  const tell = (texts) => show(texts.map((value, at) => ({ label: words.labels[at], value })));
  setTimeout(() => {
    tell(kind === 'late' ? ['', '', ''] : texts);
    setTimeout(
      () => {
        tell(texts);
        document.documentElement.dataset.shown = 'true';
      },
      kind === 'late' ? lateBy : 0,
    );
  }, 50);
}

export const copy = (text) => () => navigator.clipboard.writeText(text);

/** An element with attributes, or properties where a name begins with a dot, and children. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith('.')) made[attribute.slice(1)] = value;
    else if (attribute.startsWith('@')) made.addEventListener(attribute.slice(1), value);
    else made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}
