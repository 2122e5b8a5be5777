/** Moves the focus into `container` and keeps Tab within it; gives the focus back when `closed` is aborted. */
export function trapFocus(container: HTMLElement, closed: AbortSignal): void {
  const before = document.activeElement;
  const stops = () => [...container.querySelectorAll<HTMLElement>('input, button:not(:disabled)')];
  container.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    const reached = stops();
    const [from, to] = event.shiftKey ? [reached[0], reached.at(-1)] : [reached.at(-1), reached[0]];
    if (document.activeElement !== from && document.activeElement !== container) return;
    event.preventDefault();
    to?.focus();
  });
  stops()[0]?.focus();
  closed.addEventListener('abort', () => before instanceof HTMLElement && before.focus());
}
