import type { Environment } from '../../shared/environment.ts';
import type { Variant } from './variant.ts';

/** The settings that a document gives to its page. */
export interface PageSettings {
  language: 'fr' | 'en';
  environment: Environment;
  variant: Variant;
}

/** What fills a document: the console itself, what it shows after signing out, or a page that embeds it. */
export const pageScripts = ['console', 'signed-out', 'framed'] as const;

export type PageScript = (typeof pageScripts)[number];

/** The empty document that `script` fills. */
export function documentFor(script: PageScript, settings: PageSettings): string {
  const { language, environment, variant } = settings;
  return `<!doctype html>
<html lang="${language}" data-environment="${environment}" data-variant="${variant}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Centre Administration</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/console.css">
<script src="/${script}.js" defer></script>
</head>
<body></body>
</html>
`;
}

/** Chooses the page's language: that of the address, otherwise of the browser, otherwise French. */
export function chooseLanguage(query: URLSearchParams, acceptLanguage = ''): 'fr' | 'en' {
  const asked = /^(fr|en)$/.exec(query.get('lang') ?? '') ?? /\b(fr|en)\b/i.exec(acceptLanguage);
  return asked?.[1]?.toLowerCase() === 'en' ? 'en' : 'fr';
}
