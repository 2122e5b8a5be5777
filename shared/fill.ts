/** Fills the blanks of a sentence. A blank without a value stays visible as `{name}`. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(params[name] ?? blank));
}
