// `npm start`: the whole path, in a real browser, with the real host, into real files. With a display a person does the
// clicking; without one, or with `-- --auto`, their part is played.
import { parseArgs } from 'node:util';
import { sampleFiles } from '../e2e/harness/sample-project.ts';
import { Session } from '../e2e/harness/session.ts';
import { ensureBrowser } from '../setup/browsers.ts';
import { npmScript } from '../setup/npm-script.ts';
import { Interruption, unlessInterrupted } from './interruption.ts';
import { awaitPerson, playPerson } from './person.ts';
import { prove } from './proof.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

function isPlayed(): boolean {
  const { values } = parseArgs({ options: { auto: { type: 'boolean', default: false } } });
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasDisplay = ['darwin', 'win32'].includes(process.platform) || DISPLAY || WAYLAND_DISPLAY;
  return values.auto || !hasDisplay;
}

async function main(): Promise<void> {
  const headless = isPlayed();
  say('building the configurator and the extension');
  if (!npmScript('build')) throw new Error('the build did not succeed; its output is above');
  say(`browser: ${await ensureBrowser('chromium', say)}`);
  const session = await Session.start('chromium', { headless });
  introduce(session);
  try {
    await unlessInterrupted((headless ? playPerson : awaitPerson)(session, say));
    say('the key is in place; reading it back:');
    for (const line of prove(session)) say(`  ${line}`);
  } finally {
    await session.stop();
    say(`files: ${session.workspace.project}`);
    say(`screenshots and logs: ${session.workspace.evidence}`);
  }
}

function introduce({ practice, workspace }: Session): void {
  say(`practice console: every https address leads to 127.0.0.1:${practice.port}`);
  say(`project: ${workspace.project} (${sampleFiles.join(', ')})`);
  say('cle init, cle connect: the project is registered, the browser knows the host');
}

try {
  await main();
} catch (error) {
  say(`npm start did not succeed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof Interruption ? error.status : 1;
}
// A part of what was interrupted may still be waiting.
process.exit();
