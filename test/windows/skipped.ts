/** What of the chosen rooms is not tried under Windows: a file, or a test by its full name, and why. */
export const skipped: Readonly<Record<string, string>> = {};
