import { useEffect } from 'preact/hooks';

/** Escape leaves a window, as "Later" does; in a question it only leaves the question. */
export function useEscape(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) window.close();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
}
