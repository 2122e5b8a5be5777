/** Where a script runs. */
export interface Place {
  readonly isTop: boolean;
  readonly location: Pick<Location, 'protocol' | 'hostname' | 'port'>;
}

/**
 * Says whether a console's page may be here. Which hosts are consoles is settled before: the browser runs the script in
 * those only. Its patterns leave the port open, and a dot after the host; both are other sites than the one they name.
 */
export function mayBeConsole({ isTop, location: { protocol, hostname, port } }: Place): boolean {
  return isTop && protocol === 'https:' && port === '' && !hostname.endsWith('.');
}
