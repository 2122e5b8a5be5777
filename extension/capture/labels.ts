import { attributeOf, matches, parentOf, queryAll, rootOf, textOf } from './dom.ts';

/** Every text that names a control: by reference, by its own attributes, by a label around it or for it. */
export function labelsOf(control: Element): string[] {
  const root = rootOf(control);
  const byId = (attribute: string) =>
    (attributeOf(control, attribute) ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((id) =>
        queryAll(root, `[id="${CSS.escape(id)}"]`)
          .map((element) => textOf(element))
          .join(' '),
      );
  const id = attributeOf(control, 'id');
  const forIt = id ? queryAll(root, `label[for="${CSS.escape(id)}"]`) : [];
  return [
    ...byId('aria-labelledby'),
    ...['aria-label', 'placeholder', 'title'].map((name) => attributeOf(control, name) ?? ''),
    ...forIt.map((element) => textOf(element)),
    ...labelsAround(control),
  ].filter((text) => text.trim() !== '');
}

/** A label around the control, or beside it in the same parent: a floating label stands after its control. */
function labelsAround(control: Element): string[] {
  const parent = parentOf(control);
  if (!parent) return [];
  if (matches(parent, 'label')) return [textOf(parent)];
  return queryAll(parent, 'label:not([for])').map((element) => textOf(element));
}
