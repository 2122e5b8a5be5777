import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '../e2e/harness/built.ts';

const require = createRequire(import.meta.url);
const linter = join(dirname(require.resolve('addons-linter/package.json')), 'bin/addons-linter');
/** What a console's page loads before any pop-up is there, in bytes, compressed. */
const largestScript = 10_240;

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/** What `web-ext lint` finds: the same program, started without what `web-ext` adds to it. */
function lint(folder: string): Finding[] {
  const printed = execFileSync(process.execPath, [linter, folder, '--output', 'json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { errors, warnings, notices } = JSON.parse(printed) as Record<string, Finding[]>;
  return [errors, warnings, notices].flatMap((found) => found ?? []);
}

it('Mozilla’s own check of the package for Firefox finds nothing', () => {
  const found = lint(builtExtension('firefox')).map(
    ({ code, file, message }) => `${file}: ${code} ${message}`,
  );
  expect(found, 'what it says, a reviewer says too: see npx addons-linter .output/firefox-mv3').toEqual([]);
});

describe.each(['chromium', 'firefox'] as const)('in %s the content script', (name) => {
  it('is small: every page of a console loads it', () => {
    const bytes = gzipSync(readFileSync(`${builtExtension(name)}/console.js`), { level: 9 }).length;
    const advice = 'move what only a pop-up needs to the background, as the words of its notices are';
    expect(bytes, advice).toBeLessThanOrEqual(largestScript);
  });
});
