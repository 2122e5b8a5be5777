/** Where a script runs. */
export interface Place {
  readonly location: Pick<Location, 'hostname'>;
  /** Of the document itself, which is another than its address's in a sandbox. */
  readonly origin: string;
  /** The origins of the pages around a frame; none of the top page, `undefined` for one that is foreign. */
  readonly around: readonly (string | undefined)[];
}

/**
 * Says whether a console's page may be here: the top page, or a frame of its own origin in nothing but that origin. Which
 * hosts are consoles is settled before: the browser runs the script in those only. Its patterns leave the port open, and a
 * dot after the host; both are other sites than the one they name.
 */
export function mayBeConsole({ location: { hostname }, origin, around }: Place): boolean {
  return !hostname.endsWith('.') && [origin, ...around].every((one) => one === `https://${hostname}`);
}

/** The pages around a window, the nearest first. */
export function viewsAround(view: Window): Window[] {
  return view.parent === view ? [] : [view.parent, ...viewsAround(view.parent)];
}

/** The origin of a page; `undefined` where the browser does not let this one see it. */
export function originOf(view: Window): string | undefined {
  try {
    return view.location.origin;
  } catch {
    return undefined;
  }
}
