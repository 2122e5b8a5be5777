/** Long enough for the browser to have begun. */
const patience = 60_000;

/** Hands a file to the browser, which saves it as it saves any: without a permission. */
export function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), patience);
}
