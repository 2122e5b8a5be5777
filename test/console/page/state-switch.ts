import { element, nextId } from './element.ts';
import { words } from './words.ts';

/** "Etat": a switch between active and inactive. */
export function stateSwitch(initial: boolean): { host: HTMLElement; active(): boolean } {
  const id = nextId('mat-slide-toggle');
  const word = element('span', { class: 'state-word' });
  const toggle = element('button', {
    type: 'button',
    role: 'switch',
    class: 'switch',
    'aria-labelledby': id,
  });
  const active = () => toggle.getAttribute('aria-checked') === 'true';
  const set = (on: boolean) => {
    toggle.setAttribute('aria-checked', String(on));
    word.textContent = on ? words.active : words.inactive;
  };
  toggle.addEventListener('click', () => set(!active()));
  set(initial);
  const label = element('span', { id, class: 'label' }, words.state);
  return { host: element('mat-slide-toggle', {}, label, toggle, word), active };
}
