/** How many installations of one project can be undone, one after the other. */
export const backupsKept = 5;
