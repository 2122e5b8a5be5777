import type { Language } from '../../../shared/wording.ts';
import type { ConnectionChange } from '../../native-host/browsers/connect.ts';
import type { Entry } from '../../native-host/browsers/entries.ts';
import { type Diagnosis, problemsIn } from '../doctor/diagnose.ts';
import type { DoctorFinding } from '../doctor/finding.ts';
import type { Treatment } from '../doctor/repair.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

/** Prints what was checked, and below each item its problems. */
export function showDiagnosis(diagnosis: Diagnosis, terminal: Terminal): void {
  const { print, paint, language } = terminal;
  const show = (title: string, findings: readonly DoctorFinding[]) => {
    const isWell = findings.every(({ level }) => level === 'note');
    print(`${isWell ? paint('green', '✓') : paint('red', '✗')} ${title}`);
    for (const finding of findings) showFinding(finding, terminal);
  };
  const { browsers, host, projects, findings, identity } = diagnosis;
  if (identity) print(`  ${tell(`doctor-identity-${identity.keeper}`, language)}`);
  if (findings.length > 0) show(tell('doctor-program', language), findings);
  for (const { title, findings: found } of browsers) show(title, found);
  if (browsers.length === 0) print(`  ${tell('doctor-no-browser', language)}`);
  if (host) {
    const { version } = host.echo ?? {};
    const title = version ? tell('doctor-answers', language, { version }) : tell('doctor-host', language);
    show(title, host.findings);
  }
  for (const { dir, findings: found } of projects) show(dir, found);
  if (problemsIn(diagnosis).length === 0) print(paint('green', tell('doctor-well', language)));
}

function showFinding({ code, params, level }: DoctorFinding, { print, paint, language }: Terminal): void {
  const { what, next } = say(code, params, language);
  const [sign, colour] = level === 'problem' ? (['!', 'red'] as const) : (['·', 'yellow'] as const);
  print(`    ${paint(colour, sign)} ${what}: ${next}`);
}

const shapes = {
  added: { sign: '+', colour: 'green' },
  changed: { sign: '~', colour: 'yellow' },
  removed: { sign: '-', colour: 'red' },
  unchanged: { sign: ' ', colour: 'dim' },
} as const;

/** Prints one entry that connecting or disconnecting browsers writes or removes. */
export function showEntry(
  { kind, place }: Entry,
  change: keyof typeof shapes,
  { print, paint, language }: Terminal,
): void {
  const { sign, colour } = shapes[change];
  const note = change === 'unchanged' ? `  ${tell('connect-unchanged', language)}` : '';
  const path = kind === 'key' ? `HKEY_CURRENT_USER\\${place}` : place;
  print(`${paint(colour, `${sign} ${path}`)}${note}`);
}

export function isEmpty({ steps, connections }: Treatment): boolean {
  return steps.length === 0 && connections.every(({ changes }) => changes.every(isUnchanged));
}

function isUnchanged({ change }: ConnectionChange): boolean {
  return change === 'unchanged';
}

function nameOf(step: Treatment['steps'][number], language: Language): string {
  switch (step.kind) {
    case 'unregister':
      return tell('doctor-unregister', language, { dir: step.dir });
    case 'restrict':
      return tell('doctor-restrict', language, { file: step.path });
    case 'chmod':
      return `chmod ${step.mode} ${step.path}`;
    case 'remove':
      return step.path;
  }
}

/** Prints what a repair will do. */
export function showTreatment({ steps, connections }: Treatment, terminal: Terminal): void {
  const { print, paint, language } = terminal;
  print(tell('doctor-will', language));
  for (const step of steps) {
    const { colour, sign } =
      shapes[step.kind === 'chmod' || step.kind === 'restrict' ? 'changed' : 'removed'];
    print(paint(colour, `${sign} ${nameOf(step, language)}`));
  }
  // Browsers share the launcher.
  const changes = new Map(
    connections.flatMap((each) => each.changes.map((change) => [change.entry.place, change] as const)),
  );
  for (const each of changes.values()) if (!isUnchanged(each)) showEntry(each.entry, each.change, terminal);
}
