const name =
  /\.(?:dist|example|sample|template|tpl)$|(?:^|[._-])(?:example|sample|template)(?:$|[._-])[^/]*$/i;
const folder = /(?:^|\/)(?:examples?|samples?)\//i;

/** Says whether a file shows how the real one looks: a key has no place there. */
export function isExample(file: string): boolean {
  return name.test(file.slice(file.lastIndexOf('/') + 1)) || folder.test(file);
}

/** The file's name without what makes it an example, so that it is known for what it shows. */
export function realName(file: string): string {
  return file.replace(/\.(?:dist|example|sample|template|tpl)$/i, '');
}
