/** Opening another window closes this one, in most browsers by itself. */
export async function leaveFor(opening: Promise<unknown>): Promise<void> {
  await opening;
  window.close();
}
