/** Puts a saved page into this document as a browser would: shadow roots are attached, scripts are run. */
export function stage(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.lang = parsed.documentElement.lang;
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
  attachShadows(document.body);
  for (const script of document.querySelectorAll('script')) new Function(script.textContent ?? '')();
}

function attachShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll('template[shadowrootmode]')) {
    const mode = template.getAttribute('shadowrootmode') as ShadowRootMode;
    const shadow = template.parentElement?.attachShadow({ mode });
    shadow?.append((template as HTMLTemplateElement).content);
    template.remove();
    if (shadow) attachShadows(shadow);
  }
}
