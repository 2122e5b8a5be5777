import { element } from './element.ts';
import { icon } from './icons.ts';
import { words } from './words.ts';

/** A button that copies what its field shows at that moment. */
export function copyButton(label: string, shown: () => string): HTMLButtonElement {
  const copy = async () => {
    await navigator.clipboard.writeText(shown());
    button.replaceChildren(icon('done'));
    button.setAttribute('aria-label', words.copied);
  };
  const button = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'mat-icon-button': true,
      'aria-label': words.copy(label),
      click: copy,
    },
    icon('copy'),
  );
  return button;
}
