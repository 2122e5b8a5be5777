import type { AccessKeyJson } from '../../shared/access-key.ts';

/** The pages that show a key beside its merchant id and nothing else: the registration's last step, an old console's. */
export const firstKeyPages = ['registration', 'old'] as const;
export type FirstKeyPage = (typeof firstKeyPages)[number];

/** How such a page is built. Payline's own markup is not known. */
export const markups = ['table', 'definitions', 'lines', 'inputs', 'boxes'] as const;
export type Markup = (typeof markups)[number];

const words = {
  registration: {
    fr: ['Inscription terminée', 'Identifiant commerçant', 'Clé d’accès', 'Continuer'],
    en: ['Registration complete', 'Merchant ID', 'Access key', 'Continue'],
  },
  old: {
    fr: ['Changer votre clef d’accès', 'Identifiant du compte', 'Clef d’accès', 'Retour'],
    en: ['Change your access key', 'Account ID', 'Access key', 'Back'],
  },
} as const;

type Row = readonly [label: string, value: string];

const builders: Readonly<Record<Markup, (rows: readonly Row[]) => string>> = {
  table: (rows) =>
    `<table border="1">${rows.map(([label, value]) => `<tr><td>${label} :</td><td><b>${value}</b></td></tr>`).join('')}</table>`,
  definitions: (rows) =>
    `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd><code>${value}</code></dd>`).join('')}</dl>`,
  lines: (rows) => rows.map(([label, value]) => `<p>${label} : ${value}</p>`).join(''),
  inputs: (rows) =>
    rows
      .map(
        ([label, value], at) =>
          `<p><label for="f${at}">${label}</label><input id="f${at}" readonly value="${value}"></p>`,
      )
      .join(''),
  boxes: (rows) =>
    rows.map(([label, value]) => `<div><span>${label}</span><div><span>${value}</span></div></div>`).join(''),
};

/** The page that shows a key, in one language and markup. */
export function firstKeyPage(
  page: FirstKeyPage,
  markup: Markup,
  language: 'fr' | 'en',
  { merchantId, accessKey }: Pick<AccessKeyJson, 'merchantId' | 'accessKey'>,
): string {
  const [title, merchant, key, leave] = words[page][language];
  const fields = builders[markup]([
    [merchant, merchantId],
    [key, accessKey],
  ]);
  const heading = page === 'old' ? `<b>${title}</b>` : `<h1>${title}</h1>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Centre Administration</title></head>
<body><div id="menu"><a href="/signed-out">×</a></div><div id="content">${heading}${fields}<p><a href="/">${leave}</a></p></div></body>
</html>
`;
}
