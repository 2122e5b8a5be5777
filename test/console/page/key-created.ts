import type { CreatedFields } from '../api.ts';
import type { Variant } from '../variant.ts';
import { materialBox, nativeBox, type OpenBox, plainBox } from './box.ts';
import { element } from './element.ts';
import { drawnField, looseField, type MakeField, materialField, textField, wrappedField } from './field.ts';
import { atOnce, late, type Pace, streaming } from './pace.ts';
import { settings } from './settings.ts';
import { words } from './words.ts';

const material: Look = { box: materialBox, field: materialField, pace: atOnce };

interface Look {
  box: OpenBox;
  field: MakeField;
  pace: Pace;
}

const looks: Record<Variant, Look> = {
  material,
  text: { ...material, field: textField },
  late: { ...material, pace: late },
  streaming: { ...material, pace: streaming },
  dialog: { ...material, box: nativeBox, field: wrappedField },
  plain: { ...material, box: plainBox, field: looseField },
  drawn: { ...material, field: drawnField },
  // The server has falsified what these show.
  masked: material,
  mismatch: material,
};

/**
 * Opens "Clé d'accès créée": the only time that the key is shown.
 *
 * @param leaving closes it when the page behind it is left
 * @param done called after the person has closed it
 */
export function openKeyCreated(key: CreatedFields, leaving: AbortSignal, done: () => void): void {
  const { box, field, pace } = looks[settings.variant];
  const dismissed = new AbortController();
  const closed = AbortSignal.any([leaving, dismissed.signal]);
  const dismiss = () => dismissed.abort();
  dismissed.signal.addEventListener('abort', done);
  const fillings = [
    { field: field(words.reference), text: key.reference },
    { field: field(words.value), text: key.accessKey },
    { field: field(words.authorization), text: key.authorization },
  ];
  const body = [
    element('p', {}, words.purpose, element('br'), words.warning),
    ...fillings.map((filling) => filling.field.host),
  ];
  const close = element('button', { type: 'button', class: 'button', click: dismiss }, words.close);
  pace(fillings, closed);
  box({ title: words.created, body, actions: [close] }, dismiss, closed);
}
