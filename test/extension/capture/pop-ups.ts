/** A fake key, as the pop-ups of these tests show it. */
export const key = {
  accessKey: 'Zk3QpR8sVb2LtXy9MqV8',
  reference: '8ctQ2lfaZZWHQGD',
  authorization: `Basic ${btoa('17626983201234:Zk3QpR8sVb2LtXy9MqV8')}`,
};

const { accessKey, reference, authorization } = key;

/** Ways in which consoles may draw the pop-up. `values` gives what inputs hold as a property only, by their id. */
export const popUps: Record<string, { html: string; values?: Record<string, string> }> = {
  'Angular Material: labels, inputs with a property, copy icons': {
    html: `<mat-dialog-container role="dialog" aria-labelledby="t"><h2 id="t">Clé d’accès créée</h2>
      <p>Attention, veuillez à copier votre clé d’accès avant de fermer la pop-up.</p>
      <mat-form-field><label for="r"><mat-label>Référence externe</mat-label></label><input id="r" readonly>
        <button aria-label="Copier"><mat-icon aria-hidden="true">content_copy</mat-icon></button></mat-form-field>
      <mat-form-field><label for="v"><mat-label>Valeur de la clé</mat-label></label><input id="v" readonly>
        <button aria-label="Copier"><mat-icon aria-hidden="true">content_copy</mat-icon></button></mat-form-field>
      <mat-form-field><label for="a"><mat-label>Authorization (HTTP Header)</mat-label></label><input id="a" readonly>
        <button aria-label="Copier"><mat-icon aria-hidden="true">content_copy</mat-icon></button></mat-form-field>
      <button>Fermer</button></mat-dialog-container>`,
    values: { r: reference, v: accessKey, a: authorization },
  },
  'a native dialog in English, labels around inputs': {
    html: `<dialog open><h2>Access key created</h2><form method="dialog">
      <label>External reference <input value="${reference}"></label>
      <label>Key value <input value="${accessKey}"></label>
      <label>Authorization (HTTP Header) <textarea>${authorization}</textarea></label>
      <button>Close</button></form></dialog>`,
  },
  'Bootstrap: a definition list of texts': {
    html: `<div class="modal" role="dialog"><h4>CLE D'ACCES CREEE</h4><dl>
      <dt>Référence externe :</dt><dd>${reference}</dd><dt>Valeur de la clé :</dt><dd>${accessKey}</dd>
      <dt>Authorization (HTTP Header) :</dt><dd>${authorization}</dd></dl><button>×</button></div>`,
  },
  'plain boxes, label and value side by side, values split in nodes': {
    html: `<div><div><b>Clé d&nbsp;’accès créée</b></div><div>
      <div><span>Référence externe</span><span>${reference}</span></div>
      <div><span>Valeur de la clé</span><span><i>${accessKey.slice(0, 7)}</i><wbr>${accessKey.slice(7)}</span></div>
      <div><span>Authorization</span><span>${authorization.slice(0, 20)}&shy;${authorization.slice(20)}</span></div>
      </div><button>Fermer</button></div>`.replace('d&nbsp;’', 'd’'),
  },
  'a table, with the letters of the title decomposed': {
    html: `<div role="alertdialog"><h1>${'Clé d‘accès créée'.normalize('NFD')}</h1><table>
      <tr><th>Référence externe</th><td>${reference}</td></tr><tr><th>Valeur de la clé</th><td>${accessKey}</td></tr>
      <tr><th>Authorization (HTTP Header)</th><td>${authorization}</td></tr></table><a href="#">Fermer</a></div>`,
  },
  'label and value in one text': {
    html: `<div role="dialog" aria-label="Clé d'accès créée"><p>Référence externe : ${reference}</p>
      <p>Valeur de la clé : ${accessKey}</p><p>Authorization (HTTP Header) : ${authorization}</p>
      <button>OK</button></div>`,
  },
  'translated by the browser into a language that is not known here': {
    html: `<div role="dialog"><h2><font><font>Zugangsschlüssel erstellt</font></font></h2>
      <label for="r">Externe Referenz</label><input id="r"><label for="v">Wert des Schlüssels</label><input id="v">
      <label for="a">Autorisierung</label><input id="a"><button>Schließen</button></div>`,
    values: { r: reference, v: accessKey, a: authorization },
  },
};
