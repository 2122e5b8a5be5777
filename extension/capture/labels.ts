import { attributeOf, matches, parentOf, queryAll, rootOf, textOf } from './dom.ts';

/** Every text that names a control: by reference, by its own attributes, by a label around it or for it. */
export function labelsOf(control: Element): string[] {
  const id = attributeOf(control, 'id');
  const forIt = id ? queryAll(rootOf(control), `label[for="${CSS.escape(id)}"]`) : [];
  return [
    ...namesOf(control),
    ...['placeholder', 'title'].map((name) => attributeOf(control, name) ?? ''),
    ...forIt.map((element) => textOf(element)),
    ...labelsAround(control),
  ].filter((text) => text.trim() !== '');
}

/** What names an element to a screen reader, by reference or in so many words. */
export function namesOf(element: Element): string[] {
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  return [
    ...ids.map((id) =>
      queryAll(root, `[id="${CSS.escape(id)}"]`)
        .map((named) => textOf(named))
        .join(' '),
    ),
    attributeOf(element, 'aria-label') ?? '',
  ];
}

/** A label around the control, or beside it in the same parent: a floating label stands after its control. */
function labelsAround(control: Element): string[] {
  const parent = parentOf(control);
  if (!parent) return [];
  if (matches(parent, 'label')) return [textOf(parent)];
  return queryAll(parent, 'label:not([for])').map((element) => textOf(element));
}
