import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer';
import { builtExtension } from '../e2e/harness/built.ts';
import { consoles } from '../e2e/harness/console-page.ts';
import { launch } from '../e2e/harness/launch.ts';
import { servePages } from '../e2e/harness/page-server.ts';
import { makeWorkspace } from '../e2e/harness/workspace.ts';
import { median } from './measure.ts';
import type { Result } from './table.ts';

const changes = 10_000;
const rounds = 15;
/** In percent. */
const mostOverhead = 3;
/** In bytes, compressed. */
const largest = 10_240;
const [withScript, without] = ['a console, with the content script', 'another host, without'];

/** The page makes its changes in tasks of a hundred; observers are called after each. */
const page = `<!doctype html><meta charset="utf-8"><title>list</title>
<body><main><h1>Clé d’API</h1><table><tbody id="rows"></tbody></table></main>
<script>
const rows = document.getElementById('rows');
const { port1, port2 } = new MessageChannel();
function nextTask() {
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}
function row(n) {
  const made = document.createElement('tr');
  for (const text of [n, 'rt2BDISsktLfrvPUqnS', '*****qV8', '15/01/2021', '29/01/2021', 'Actif']) {
    const cell = document.createElement('td');
    cell.textContent = text;
    made.append(cell);
  }
  return made;
}
const steps = [
  (n) => rows.append(row(n)),
  () => rows.lastElementChild.firstElementChild.replaceChildren('clé'),
  () => rows.lastElementChild.classList.toggle('chosen'),
  (n) => n > 400 && rows.firstElementChild.remove(),
];
async function change(count) {
  const start = performance.now();
  for (let n = 0; n < count; n++) {
    steps[n % steps.length](n);
    if (n % 100 === 99) {
      rows.getBoundingClientRect();
      await nextTask();
    }
  }
  return performance.now() - start;
}
</script></body>`;

/** What the content script costs a page without a pop-up: its size, and the time that many changes of the document take. */
export async function benchContentScript(): Promise<Result> {
  const workspace = makeWorkspace();
  const server = await servePages(() => page);
  try {
    const browser = await launch({ name: 'chromium', workspace, consolePort: server.port, headless: true });
    const timings = await race(browser).finally(() => browser.close());
    const [slower, faster] = timings.map(({ runs }) => median(runs));
    const overhead = ((slower ?? Number.NaN) / (faster ?? Number.NaN) - 1) * 100;
    const bytes = gzipSync(readFileSync(join(builtExtension('chromium'), 'console.js')), { level: 9 }).length;
    return {
      title: 'The content script in a page without a pop-up',
      what: `${changes} changes of a table, as a list of keys is drawn, in one Chromium by turns.`,
      timings,
      against: [without],
      goals: [
        goal(`overhead ≤ ${mostOverhead} %`, overhead, mostOverhead, '%'),
        goal(`compressed ≤ ${largest} bytes`, bytes, largest, 'bytes'),
      ],
    };
  } finally {
    await server.close();
    workspace.remove();
  }
}

async function race(browser: Browser) {
  const timings = [
    { name: withScript, origin: consoles.homologation, runs: [] as number[], memory: 0 },
    { name: without, origin: 'https://list.example', runs: [] as number[], memory: 0 },
  ];
  const tab = await browser.newPage();
  for (let round = -2; round < rounds; round++) {
    for (const { origin, runs } of timings) {
      await tab.goto(origin);
      const milliseconds = await change(tab);
      // The first rounds let the browser compile both sides.
      if (round >= 0) runs.push(milliseconds);
    }
  }
  return timings;
}

/** Times the changes. */
async function change(tab: Page): Promise<number> {
  return (await tab.evaluate(`change(${changes})`)) as number;
}

function goal(what: string, found: number, limit: number, unit: string): string {
  return `${what}: ${found.toFixed(unit === '%' ? 1 : 0)} ${unit}, ${found <= limit ? 'met' : 'missed'}`;
}
