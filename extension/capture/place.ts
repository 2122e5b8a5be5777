/** Where the content script runs. */
export interface Place {
  readonly location: Pick<Location, 'hostname'>;
  /** The document's own origin; in a sandbox it differs from that of the address. */
  readonly origin: string;
  /** The origins of the pages around a frame, empty for the top page; `undefined` for a cross-origin page. */
  readonly around: readonly (string | undefined)[];
}

/**
 * Whether this may be a console's page: the top page, or a frame with only pages of its own origin around it. The
 * browser already runs the script on console hosts only, but its match patterns also accept another port or a dot after
 * the host, and those are other sites.
 */
export function mayBeConsole({ location: { hostname }, origin, around }: Place): boolean {
  return !hostname.endsWith('.') && [origin, ...around].every((one) => one === `https://${hostname}`);
}

/** The pages around a window, the nearest first. */
export function viewsAround(view: Window): Window[] {
  return view.parent === view ? [] : [view.parent, ...viewsAround(view.parent)];
}

/** The origin of a page; `undefined` if it is cross-origin. */
export function originOf(view: Window): string | undefined {
  try {
    return view.location.origin;
  } catch {
    return undefined;
  }
}
