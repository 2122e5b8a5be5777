import { describe, expect, it } from 'vitest';
import { rewrite } from '../../../configurator/formats/rewrite.ts';
import { xml } from '../../../configurator/formats/xml/xml.ts';
import { times } from '../../sample.ts';
import { assignments, refusalOf } from './assign.ts';
import { everyValue, randomValues } from './lookalikes.ts';
import { expat, type Facts } from './readers/expat.ts';
import { xmllint } from './readers/xmllint.ts';
import { put, readAll, unlessUnrepresentable } from './rewriting.ts';

const key = 'Zq7RtY2uPw9LkXc4VbN8';

type Case = readonly [title: string, before: string, set: Record<string, string>, after: string];

describe('replaces a value', () => {
  const schema = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const cases: readonly Case[] = [
    [
      'of the .NET kit, without final line end',
      `<?xml version="1.0"?>\n<PaylineProperties ${schema}>\n  <accessKey>old</accessKey>\n  <!-- separator: ; -->\n  <proxyHost />\n</PaylineProperties>`,
      { 'PaylineProperties.accessKey': key, 'PaylineProperties.proxyHost': 'p' },
      `<?xml version="1.0"?>\n<PaylineProperties ${schema}>\n  <accessKey>${key}</accessKey>\n  <!-- separator: ; -->\n  <proxyHost>p</proxyHost>\n</PaylineProperties>`,
    ],
    ['of the root', '<a>old</a>', { a: key }, `<a>${key}</a>`],
    ['that is empty', '<a><b></b></a>', { 'a.b': key }, `<a><b>${key}</b></a>`],
    ['that closes itself', '<a><b\n x="/>" /></a>', { 'a.b': key }, `<a><b\n x="/>">${key}</b></a>`],
    ['with the spaces around it', '<a>\n  old\n</a >', { a: key }, `<a>${key}</a >`],
    ['in CDATA', '<a><![CDATA[old <]]></a>', { a: `${key}&` }, `<a><![CDATA[${key}&]]></a>`],
    ['in CDATA that cannot hold it', '<a><![CDATA[old]]></a>', { a: ']]>é' }, '<a>]]&gt;&#xE9;</a>'],
    ['in two CDATA sections', '<a><![CDATA[o]]><![CDATA[ld]]></a>', { a: key }, `<a>${key}</a>`],
    [
      'by an attribute',
      '<c><add key="X" value="old"/></c>',
      { 'c.add/@value': key },
      `<c><add key="X" value="${key}"/></c>`,
    ],
    [
      'of one of several by an attribute',
      '<c>\r\n <add key="X" value=""/>\r\n <add key="Y" value = \'old\'/>\r\n</c>\r\n',
      { 'c.add[@key="Y"]/@value': `${key}'"` },
      `<c>\r\n <add key="X" value=""/>\r\n <add key="Y" value = '${key}&apos;&quot;'/>\r\n</c>\r\n`,
    ],
    [
      'of a Salesforce preference',
      '<preferences xmlns="http://www.demandware.com/xml/impex/preferences/2007-03-31"><site site-id="A"><preference preference-id="monext_capture">AUTOMATIC</preference><preference preference-id="monext_ApiKey">old</preference></site><site site-id="B"><preference preference-id="monext_ApiKey">old</preference></site></preferences>',
      { 'preferences.site[@site-id="B"].preference[@preference-id="monext_ApiKey"]': 'Basic eA==' },
      '<preferences xmlns="http://www.demandware.com/xml/impex/preferences/2007-03-31"><site site-id="A"><preference preference-id="monext_capture">AUTOMATIC</preference><preference preference-id="monext_ApiKey">old</preference></site><site site-id="B"><preference preference-id="monext_ApiKey">Basic eA==</preference></site></preferences>',
    ],
    ['by position', '<a><b>1</b><b>2</b></a>', { 'a.b[1]': key }, `<a><b>1</b><b>${key}</b></a>`],
    [
      'of the first, by position',
      '<a><b>1</b><b>2</b></a>',
      { 'a.b[0]': key },
      `<a><b>${key}</b><b>2</b></a>`,
    ],
    ['of a dotted name', '<a><b.c>old</b.c></a>', { 'a.b.c': key }, `<a><b.c>${key}</b.c></a>`],
    [
      'of a quoted name',
      '<a><b.c>old</b.c><b><c/></b></a>',
      { 'a."b.c"': key },
      `<a><b.c>${key}</b.c><b><c/></b></a>`,
    ],
    [
      'below any prefix',
      '<p:a xmlns:p="u"><p:b>old</p:b></p:a>',
      { 'a.b': key },
      `<p:a xmlns:p="u"><p:b>${key}</p:b></p:a>`,
    ],
    [
      'of one prefix',
      '<a xmlns:p="u"><b>1</b><p:b>old</p:b></a>',
      { 'a.p:b': key },
      `<a xmlns:p="u"><b>1</b><p:b>${key}</p:b></a>`,
    ],
    [
      'between comments, instructions and a document type',
      '<!DOCTYPE a SYSTEM "x.dtd">\n<?x <b>1</b>?>\n<a><!-- <b>2</b> --><b>old</b><![CDATA[<b>3</b>]]></a>\n<!-- <b> -->',
      { 'a.b': key },
      `<!DOCTYPE a SYSTEM "x.dtd">\n<?x <b>1</b>?>\n<a><!-- <b>2</b> --><b>${key}</b><![CDATA[<b>3</b>]]></a>\n<!-- <b> -->`,
    ],
    ['in lines that CR ends', '<a>\r<b>old</b>\r</a>\r', { 'a.b': key }, `<a>\r<b>${key}</b>\r</a>\r`],
    [
      'of names that objects have',
      '<a><__proto__>1</__proto__></a>',
      { 'a.__proto__': key },
      `<a><__proto__>${key}</__proto__></a>`,
    ],
    ['after the byte order mark', '\uFEFF<a>old</a>', { a: key }, `\uFEFF<a>${key}</a>`],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(xml, before, set)).toBe(after);
    expect(put(xml, after, set)).toBe(after);
  });
});

describe('adds what is missing', () => {
  const cases: readonly Case[] = [
    [
      'on a line of its own',
      '<a>\n\t<b>1</b>\n</a>',
      { 'a.c': key },
      `<a>\n\t<b>1</b>\n\t<c>${key}</c>\n</a>`,
    ],
    [
      'beside those of its name, below their comment',
      '<a>\r\n  <b id="1">1</b> <!-- b -->\r\n  <z />\r\n</a>\r\n',
      { 'a.b[@id="2"]': key },
      `<a>\r\n  <b id="1">1</b> <!-- b -->\r\n  <b id="2">${key}</b>\r\n  <z />\r\n</a>\r\n`,
    ],
    ['in one line', '<a><b>1</b></a>\n', { 'a.c': key }, `<a><b>1</b><c>${key}</c></a>\n`],
    [
      'as an attribute chosen by another',
      "<c>\n    <add key='X' value='1'/>\n</c>\n",
      { 'c.add[@key="Y&"]/@value': key },
      `<c>\n    <add key='X' value='1'/>\n    <add key='Y&amp;' value='${key}'/>\n</c>\n`,
    ],
    [
      'with its parents, once',
      '<c>\n  <b />\n</c>\n',
      { 'c.appSettings.add[@key="X"]/@value': key, 'c.appSettings.add[@key="Y"]/@value': '1', 'c.b.d': '2' },
      `<c>\n  <b>\n    <d>2</d>\n  </b>\n  <appSettings>\n    <add key="X" value="${key}" />\n    <add key="Y" value="1" />\n  </appSettings>\n</c>\n`,
    ],
    [
      'to an empty element',
      '<c>\n  <b></b>\n</c>\n',
      { 'c.b.d': key },
      `<c>\n  <b>\n    <d>${key}</d>\n  </b>\n</c>\n`,
    ],
    [
      'to an element of comments',
      '<c>\n  <b>\n    <!-- here -->\n  </b>\n</c>\n',
      { 'c.b.d': key },
      `<c>\n  <b>\n    <!-- here -->\n    <d>${key}</d>\n  </b>\n</c>\n`,
    ],
    ['to an empty element in one line', '<c><b/></c>', { 'c.b.d': key }, `<c><b><d>${key}</d></b></c>`],
    ['to an empty root', '<c/>', { 'c.d': key }, `<c>\n  <d>${key}</d>\n</c>`],
    ['as an attribute', '<c><b/></c>', { 'c.b/@x': key, 'c.b': '1' }, `<c><b x="${key}">1</b></c>`],
    [
      'as an attribute on a line of its own',
      "<c>\n  <b\n    x='1'\n    y='2' />\n</c>\n",
      { 'c.b/@z': `${key}'` },
      `<c>\n  <b\n    x='1'\n    y='2'\n    z='${key}&apos;' />\n</c>\n`,
    ],
    [
      'in the namespace of its parent',
      '<p:a xmlns:p="u"><p:b/></p:a>',
      { 'a.c': key },
      `<p:a xmlns:p="u"><p:b/><p:c>${key}</p:c></p:a>`,
    ],
    [
      'in a namespace that it names',
      '<a xmlns:p="u"><b/></a>',
      { 'a.p:c': key },
      `<a xmlns:p="u"><b/><p:c>${key}</p:c></a>`,
    ],
    [
      'beside and inside an empty element',
      '<a>\n  <b/>\n</a>',
      { 'a.b.c': '1', 'a.d': '2' },
      '<a>\n  <b>\n    <c>1</c>\n  </b>\n  <d>2</d>\n</a>',
    ],
    [
      'beside a value that changes',
      '<a>\n  <b/>\n</a>',
      { 'a.b': key, 'a.c': key },
      `<a>\n  <b>${key}</b>\n  <c>${key}</c>\n</a>`,
    ],
  ];
  it.each(cases)('%s', (_title, before, set, after) => {
    expect(put(xml, before, set)).toBe(after);
    expect(put(xml, after, set)).toBe(after);
  });

  it('leaves out what is optional', () => {
    expect(put(xml, '<a/>', { 'a.b': key }, { optional: true })).toBe('<a/>');
  });
});

describe('refuses', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>\n<a>&y;</a>';
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>';
  const nil = '<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance">\n<b i:nil="true"/></a>';
  const cases: readonly (readonly [string, string, string, string, object])[] = [
    ['an empty file', '', 'a', 'file-unparsable', { line: 1, format: 'XML' }],
    ['an element that stays open', '<a>\n<b>\n</a>', 'a.b', 'file-unparsable', { line: 3 }],
    ['a file that ends too soon', '<a>\n<b', 'a.b', 'file-unparsable', { line: 2 }],
    ['two roots', '<a/>\n<a/>', 'a', 'file-unparsable', { line: 2 }],
    ['an attribute without quotes', '<a x=1/>', 'a/@x', 'file-unparsable', { line: 1 }],
    ['an attribute that occurs twice', '<a x="1" x="2"/>', 'a/@x', 'file-unparsable', { line: 1 }],
    ['an ampersand alone', '<a>\n<b>x & y</b></a>', 'a.b', 'file-unparsable', { line: 2 }],
    ['an entity that XML does not define', '<a>&eacute;</a>', 'a', 'file-unparsable', { line: 1 }],
    ['an entity bomb', bomb, 'a', 'file-unparsable', { line: 2 }],
    ['an entity of another file', outside, 'a', 'file-unparsable', { line: 2 }],
    ['a prefix without namespace', '<a><x:b/></a>', 'a.b', 'file-unparsable', { line: 1 }],
    ['a control character', '<a>\u0001</a>', 'a', 'file-unparsable', { line: 1 }],
    ['deep nesting', '<a>'.repeat(100_000), 'a.b', 'file-unparsable', { line: 1 }],
    ['several of one name', '<a>\n<b>1</b>\n<b>2</b></a>', 'a.b', 'entry-duplicate', { lines: '2, 3' }],
    [
      'several chosen by one attribute',
      '<a>\n<b k="x"/>\n<b k="x"/></a>',
      'a.b[@k="x"]',
      'entry-duplicate',
      { lines: '2, 3' },
    ],
    ['several parents', '<a>\n<b/>\n<b/></a>', 'a.b.c', 'entry-duplicate', { lines: '2, 3' }],
    ['an element with a comment', '<a>\n<b>x<!-- y --></b></a>', 'a.b', 'entry-not-literal', { line: 2 }],
    ['an element with an instruction', '<a><b><?x y?></b></a>', 'a.b', 'entry-not-literal', { line: 1 }],
    ['an element of elements', '<a><b><c/></b></a>', 'a.b', 'entry-not-literal', { line: 1 }],
    ['a text around elements', '<a>x<b/></a>', 'a', 'entry-not-literal', { line: 1 }],
    ['an element that is declared nil', nil, 'a.b', 'entry-not-literal', { line: 2 }],
    ['a placeholder', '<a>$' + '{PAYLINE_KEY}</a>', 'a', 'entry-in-environment', { variable: 'PAYLINE_KEY' }],
    ['a namespace', '<a xmlns="u"/>', 'a/@xmlns', 'entry-not-literal', { line: 1 }],
    ['to add a namespace', '<a/>', 'a/@xmlns', 'entry-missing', { address: 'a/@xmlns' }],
    ['to add below a text', '<a>\n<b>x</b></a>', 'a.b.c', 'entry-not-literal', { line: 2 }],
    [
      'to add to a section that is elsewhere',
      '<a><b configSource="x"/></a>',
      'a.b.c',
      'entry-not-literal',
      { line: 1 },
    ],
    ['to add by position', '<a/>', 'a.b[1]', 'entry-missing', { address: 'a.b[1]' }],
    ['to add a second root', '<a/>', 'b', 'entry-missing', { address: 'b' }],
    ['to add an invalid name', '<a/>', 'a.1b', 'entry-missing', { address: 'a.1b' }],
    ['to add in an unknown namespace', '<a/>', 'a.p:b', 'entry-missing', { address: 'a.p:b' }],
    ['an invalid address', '<a/>', 'a..b', 'address-malformed', { format: 'XML' }],
  ];
  it.each(cases)('%s', (_title, text, address, code, params) => {
    expect(refusalOf(() => put(xml, text, { [address]: key }))).toMatchObject([code, params]);
  });

  it('a value and child elements for one place', () => {
    const conflict = { 'a.b': key, 'a.b.c': key };
    expect(refusalOf(() => put(xml, '<a><b/></a>', conflict))).toMatchObject(['entry-missing', {}]);
    expect(refusalOf(() => put(xml, '<a/>', conflict))).toMatchObject(['entry-missing', {}]);
  });

  it.each([
    ['a control character', '<a/>', 'a', 'a\u0001'],
    ['only spaces, which readers take for layout', '<a/>', 'a', ' \n '],
    ['spaces that a document type may drop', '<!DOCTYPE a SYSTEM "a.dtd"><a x=""/>', 'a/@x', 'x '],
    ['a placeholder', '<a/>', 'a', '$' + '{X}'],
  ])('a value: %s', (_title, text, address, value) => {
    expect(refusalOf(() => put(xml, text, { [address]: value }))[0]).toBe('value-unrepresentable');
  });
});

describe('encodings', () => {
  const assign = (bytes: Uint8Array, value: string) =>
    Buffer.from(rewrite(xml, bytes, assignments({ 'a.b': value }), { file: 'f', dialect: undefined }).bytes);
  const latin = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<a><!-- clé --><c>clé</c><b>old</b></a>\n';

  it('keeps every byte of a file in ISO-8859-1', () => {
    const after = assign(Buffer.from(latin, 'latin1'), 'clé€');
    expect(after.toString('latin1')).toBe(latin.replace('old', 'cl&#xE9;&#x20AC;'));
    expect(expat([after])[0]?.[3].map(([, , text]) => text)).toEqual(['clé', 'clé€']);
  });

  it('never reads bytes of another encoding as the value', () => {
    const declared = '<?xml version="1.0" encoding="windows-1252"?>\n<a><b>\u0080</b></a>';
    const after = assign(Buffer.from(declared, 'latin1'), '\u0080');
    expect(after.toString('latin1')).toContain('<b>&#x80;</b>');
  });

  it('reads UTF-8 in the encoding that it declares', () => {
    const declared = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<a><b>é</b></a>';
    const after = assign(Buffer.from(declared, 'utf8'), 'é');
    expect(expat([after])[0]?.[3][0]?.[2]).toBe('é');
  });

  it.each([
    ['bytes that are not the declared UTF-8', Buffer.from('<a>\n<b>clé</b></a>', 'latin1'), 2],
    ['an encoding that it does not read', Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?>\n<a/>'), 1],
    ['UTF-16', Buffer.from('\uFEFF<a><b/></a>', 'utf16le'), 1],
    ['a byte order mark that contradicts', Buffer.from(`\uFEFF${latin}`), 1],
  ])('refuses %s', (_title, bytes, line) => {
    expect(refusalOf(() => assign(bytes, key))).toEqual(['file-encoding', { file: 'f', line }]);
  });
});

describe('readers read back what was written', () => {
  const styles = [
    '<a><KEY>old</KEY><z y="1"/></a>',
    '<a>\r\n  <KEY />\r\n</a>',
    '<a><KEY><![CDATA[old]]></KEY></a>',
    '<p:a xmlns:p="urn:u"><p:KEY>\n  old\n</p:KEY></p:a>',
    "<!DOCTYPE a SYSTEM 'a.dtd'>\n<a><KEY x='old'/></a>",
  ];
  const set = (value: string) => ({
    'a.KEY': value,
    'a.NEW': value,
    'a.KEY/@x': value,
    'a.SET[@k="1"]/@v': value,
  });
  const values = [...everyValue, ...randomValues(1500)];
  const texts = values.flatMap((value) =>
    styles.flatMap((style) => {
      const text = unlessUnrepresentable(() => put(xml, style, set(value)));
      return text === undefined ? [] : [{ text, value }];
    }),
  );

  it('few are refused', () => {
    expect(texts.length).toBeGreaterThan((styles.length * values.length) / 2);
  });

  it('expat', () => {
    const child = (facts: Facts | undefined, name: string) =>
      facts?.[3].find(([tag]) => tag.replace(/^\{urn:u\}/, '') === name);
    const read = expat(texts.map(({ text }) => text));
    texts.forEach(({ text, value }, index) => {
      const found = child(read[index], 'KEY');
      const values = [
        found?.[2],
        found?.[1]['x'],
        child(read[index], 'NEW')?.[2],
        child(read[index], 'SET')?.[1]['v'],
      ];
      expect(values, text).toEqual([value, value, value, value]);
    });
  });

  it('xmllint', () => {
    const parts = texts.filter(({ text }) => !text.startsWith('<!'));
    const read = xmllint(parts.map(({ text }) => text));
    parts.forEach(({ text, value }, index) => {
      expect(read[index]?.filter((found) => found === value).length ?? 0, text).toBeGreaterThanOrEqual(
        value === '' ? 2 : 4,
      );
    });
  });
});

it('reads as expat does', () => {
  const texts = [
    '<a>x<b/>y</a>',
    "<a b='&#x41;&amp;\n\t\r\n'>&lt;<![CDATA[&]]>\r\n\r</a>",
    '<a  b = "1"\n/>',
    '<a>]]&gt;<?x?></a>',
    '<?xml version="1.0" standalone="yes"?><a xml:space="preserve"> </a>',
  ];
  const read = expat(texts);
  texts.forEach((text, index) => {
    const [, attributes, own] = read[index] ?? [];
    const entries = readAll(xml, text);
    for (const { address, value } of entries) {
      const theirs = address === 'a' ? own : attributes?.[address.replace('a/@', '')];
      if (value !== undefined && !address.includes('xml:') && !address.startsWith('a.'))
        expect(value.trim(), text).toBe(theirs?.trim());
    }
    expect(entries.filter(({ address }) => address.startsWith('a/@'))).toHaveLength(
      Object.keys(attributes ?? {}).length,
    );
  });
});

it('accepts a large file', () => {
  const line = '  <add key="name" value="some value" /> <!-- note -->\n';
  const text = `<a>\n${line.repeat(times(200_000, 20_000))}  <b>old</b>\n  <c x="${'x'.repeat(1_000_000)}"/>\n</a>\n`;
  expect(put(xml, text, { 'a.b': key })).toBe(text.replace('<b>old', `<b>${key}`));
});

it('keeps the blank lines of an element that gets its first child', () => {
  const before =
    '<?xml version="1.0"?>\n<configuration>\n  <appSettings>\n\n  </appSettings>\n</configuration>\n';
  const address = 'configuration.appSettings.add[@key="PaylineAccessKey"]/@value';
  const line = `    <add key="PaylineAccessKey" value="${key}" />\n`;
  expect(put(xml, before, { [address]: key })).toBe(before.replace('  </app', `${line}  </app`));
  const dense = before.replaceAll('\n', '\r\n').replace('\r\n\r\n', '\r\n');
  const after = dense.replace('  </app', `${line.replace('\n', '\r\n')}  </app`);
  expect(put(xml, dense, { [address]: key })).toBe(after);
});
