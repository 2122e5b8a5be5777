// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { find } from '../../../extension/capture/find.ts';
import { key, popUps } from './pop-ups.ts';

afterEach(() => document.body.replaceChildren());

function show({ html, values = {} }: { html: string; values?: Record<string, string> }): void {
  document.body.innerHTML = html;
  for (const [id, value] of Object.entries(values)) {
    (document.getElementById(id) as HTMLInputElement).value = value;
  }
}

describe('the pop-up', () => {
  it.each(Object.entries(popUps))('is read: %s', (name, popUp) => {
    show(popUp);
    const [finding, ...others] = find(document);
    expect(others).toEqual([]);
    expect(finding?.reading.kind === 'complete' && finding.reading.shown).toEqual({
      ...key,
      // Only its label tells a reference from any other text.
      ...(name.startsWith('translated') && { reference: '' }),
    });
  });

  it('is found in an open shadow root', () => {
    const host = document.createElement('x-dialog');
    document.body.append(host);
    const popUp = Object.values(popUps)[2];
    host.attachShadow({ mode: 'open' }).innerHTML = popUp?.html ?? '';
    expect(find(document).map(({ reading }) => reading.kind)).toEqual(['complete']);
  });

  it.each([
    [
      'in fields',
      (accessKey: string, header: string) =>
        `<dl><dt>Valeur de la clé</dt><dd>${accessKey}</dd><dt>Authorization</dt><dd>${header}</dd></dl>`,
    ],
    ['anywhere', (accessKey: string, header: string) => `<p title="${header}">${accessKey}</p>`],
  ])('with two keys that prove themselves %s is not read: neither is taken in silence', (_, draw) => {
    const another = 'Ak3QpR8sVb2LtXy9MqV7';
    const header = `Basic ${btoa(`17626983201234:${another}`)}`;
    const pairs = draw(key.accessKey, key.authorization) + draw(another, header);
    show({ html: `<div role="dialog"><h2>Clé d'accès créée</h2>${pairs}<button>Fermer</button></div>` });
    expect(find(document).map(({ reading }) => reading.kind)).toEqual(['incomplete']);
  });

  /** A control of a form shadows the form's properties by its name, which this document does not do by itself. */
  it.each([
    'firstChild nextSibling childNodes',
    'parentElement parentNode',
    'localName isConnected shadowRoot',
  ])('is read through the prototypes: a control of its form may be called %s', (names) => {
    show({
      html: `<form role="dialog"><h2>Clé d'accès créée</h2><label for="v">Valeur de la clé</label>
        <input id="v"><label for="a">Authorization</label><input id="a"><button>Fermer</button></form>`,
      values: { v: key.accessKey, a: key.authorization },
    });
    const [form, control] = [document.querySelector('form'), document.createElement('input')];
    for (const name of names.split(' ')) Object.defineProperty(form, name, { get: () => control });
    expect(find(document).map(({ reading }) => reading.kind)).toEqual(['complete']);
  });
});

const field = (value: string, authorization: string) => ({
  html: `<div role="dialog"><h2>Clé d'accès créée</h2><dl><dt>Valeur de la clé</dt><dd>${value}</dd>
    <dt>Authorization</dt><dd>${authorization}</dd></dl><button>Fermer</button></div>`,
});

describe('a value is not taken', () => {
  it.each([
    ['masked, with the end of another key', field('*****qV9', key.authorization), 'key-masked'],
    ['masked with bullets', field('••••••••••••', key.authorization), 'key-masked'],
    ['cut short', field(`${key.accessKey.slice(0, 6)}…`, key.authorization), 'key-masked'],
    ['not there yet', field('', key.authorization), 'key-value-missing'],
    [
      'still being written',
      field(key.accessKey.slice(0, 9), key.authorization),
      'key-authorization-mismatch',
    ],
    ['of another key', field('Zk3QpR8sVb2LtXy9MqV9', key.authorization), 'key-authorization-mismatch'],
    [
      'with a blank inside',
      field(key.accessKey.replace('Q', 'Q '), key.authorization),
      'key-authorization-mismatch',
    ],
    ['without Authorization', field(key.accessKey, ''), 'key-merchant-missing'],
    ['with half an Authorization', field(key.accessKey, 'Basic MTc2MjY5O'), 'key-authorization-malformed'],
  ])('%s', (_, popUp, code) => {
    show(popUp);
    expect(find(document).map(({ reading }) => reading)).toEqual([
      expect.objectContaining({ kind: 'incomplete', code }),
    ]);
  });
});

it.each(['*****qV8', '•••••••••••••••••qV8', 'Zk…qV8', '****-****-qV8'])(
  'a value that is masked as %s is known from the whole Authorization',
  (value) => {
    show(field(value, key.authorization));
    expect(find(document).map(({ reading }) => reading)).toEqual([
      expect.objectContaining({ kind: 'complete', shown: { ...key, reference: '' } }),
    ]);
  },
);

it('a value of digits and zeros is no mask', () => {
  const value = '30000000000000000012';
  show(field(value, `Basic ${btoa(`17626983201234:${value}`)}`));
  expect(find(document).map(({ reading }) => reading.kind)).toEqual(['complete']);
});

describe('nothing is found', () => {
  it.each([
    [
      'in a text that explains the pop-up',
      `<main><h2>Clé d'accès créée</h2><p>Valeur de la clé</p><a>Suite</a></main>`,
    ],
    [
      'in the list of keys',
      `<table><tr><th>Référence externe</th><th>Valeur de la clé masquée</th></tr><tr><td>x</td><td>*****qV8</td></tr></table>`,
    ],
    [
      'where a key is edited',
      `<div role="dialog"><h2>Modifier une clé</h2><dl><dt>Valeur de la clé</dt><dd>${key.accessKey}</dd>
        <dt>Authorization</dt><dd>${key.authorization}</dd></dl></div>`,
    ],
    ['in another dialog', `<div role="dialog"><h2>Créer une nouvelle clé</h2><button>Créer</button></div>`],
    [
      'in a dialog that only names an Authorization',
      `<div role="dialog"><h2>Aide</h2><p>Authorization</p><p>Basic dXNlcjpwYXNz</p></div>`,
    ],
  ])('%s', (_, html) => {
    show({ html });
    expect(find(document)).toEqual([]);
  });
});
