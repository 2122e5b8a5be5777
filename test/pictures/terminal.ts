import { execFileSync } from 'node:child_process';
import type { Browser } from 'puppeteer';
import { builtCommandLine } from '../e2e/harness/built.ts';
import type { Workspace } from '../e2e/harness/workspace.ts';

/** What a program writes into a terminal: text, and between it what sets colours. */
const setting = new RegExp(`${String.fromCharCode(0x1b)}\\[([0-9;]*)m`);

/** What the settings that `cle` uses look like; those that end one are left out. */
const styles: Readonly<Record<string, string>> = {
  1: 'font-weight: 700',
  2: 'opacity: 0.7',
  31: 'color: #ff8f85',
  32: 'color: #8fe0aa',
  33: 'color: #f4d58d',
  36: 'color: #8ab8ff',
  40: 'background: #000',
  90: 'opacity: 0.7',
  97: 'color: #fff',
};
const ends: Readonly<Record<string, readonly string[]>> = {
  0: Object.keys(styles),
  22: ['1', '2'],
  39: ['31', '32', '33', '36', '90', '97'],
  49: ['40'],
};

/** Runs the shipped `cle` in a terminal, as a person does; gives what it writes there. */
export function inTerminal({ project, env }: Workspace, language: string, ...words: string[]): string {
  const command = [process.execPath, builtCommandLine(), ...words].map((word) => `'${word}'`).join(' ');
  return execFileSync('script', ['-qec', command, '/dev/null'], {
    cwd: project,
    env: { ...env, LANG: language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8', TERM: 'xterm-256color' },
    encoding: 'utf8',
  });
}

/** Draws a command and what it wrote. */
export async function drawTerminal(browser: Browser, command: string, written: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 600, deviceScaleFactor: 2 });
  await page.setContent(
    `<style>pre { width: 760px; box-sizing: border-box; margin: 0; padding: 16px 20px; background: #12161d; color: #e8edf4;
      font: 14px/16px "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere }</style>
     <pre>$ <b>${escaped(command)}</b>\n${toHtml(written)}</pre>`,
  );
  await page.bringToFront();
  const picture = await (await page.waitForSelector('pre'))?.screenshot();
  await page.close();
  if (!picture) throw new Error('nothing was drawn');
  return picture;
}

function toHtml(written: string): string {
  const on = new Set<string>();
  return written
    .replaceAll('\r', '')
    .trimEnd()
    .split(setting)
    .map((part, index) => {
      if (index % 2 === 1) return change(on, part);
      const style = [...on].map((code) => styles[code]).join('; ');
      return `<span style="${style}">${escaped(part)}</span>`;
    })
    .join('');
}

function change(on: Set<string>, codes: string): '' {
  for (const code of codes.split(';')) {
    if (code in styles) on.add(code);
    for (const ended of ends[code] ?? []) on.delete(ended);
  }
  return '';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
