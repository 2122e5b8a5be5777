import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatNames, loadFormat } from '../../../../configurator/formats/registry.ts';
import { kits } from '../../../../configurator/project/kits/kits.ts';
import { plugins } from '../../../../configurator/project/kits/plugins.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../configurator/docs/project-file.md'), 'utf8');
const section = /^## How each file is addressed$([\s\S]*?)^## /m.exec(text)?.[1] ?? '';

it('project-file.md names every kit, and every plugin whose key is entered by hand', () => {
  const names = [...kits, ...plugins].map(({ name }) => name);
  const missing = names.filter((name) => !section.includes(`\`${name}\``));
  expect(missing, 'add these to "How each file is addressed"').toEqual([]);
});

it('project-file.md names every format with its dialects', async () => {
  for (const name of formatNames) {
    const row = section.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
    expect(row, `add a row for ${name} to "How each file is addressed"`).not.toBe('');
    for (const dialect of (await loadFormat(name)).dialects) {
      expect(row, `add the dialect \`${dialect}\` to the row of ${name}`).toContain(`\`${dialect}\``);
    }
  }
});
