/** Shows one page. `leaving` is aborted when the person leaves the page. */
type View = (leaving: AbortSignal, parameter: string) => HTMLElement;

export const paths = {
  list: '/configuration/api-keys',
  create: '/configuration/api-keys/new',
  edit: (id: number) => `/configuration/api-keys/${id}`,
};

/** Goes to a page. The path lives in the fragment, which also works in a frame without an address of its own. */
export function navigate(path: string): void {
  location.hash = path;
}

/** Shows the page of the address, now and whenever it changes; the first one where none fits. */
export function startRouter(outlet: HTMLElement, routes: readonly (readonly [RegExp, View])[]): void {
  let shown = new AbortController();
  const show = () => {
    shown.abort();
    shown = new AbortController();
    const path = location.hash.slice(1);
    const [pattern, view] = routes.find(([candidate]) => candidate.test(path)) ?? routes[0] ?? [];
    if (view) outlet.replaceChildren(view(shown.signal, pattern?.exec(path)?.[1] ?? ''));
  };
  addEventListener('hashchange', show);
  show();
}
