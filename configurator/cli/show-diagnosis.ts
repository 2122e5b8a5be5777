import { say } from '../../shared/messages.ts';
import type { Diagnosis } from '../doctor/diagnose.ts';
import { problemsIn } from '../doctor/diagnose.ts';
import type { DoctorFinding } from '../doctor/finding.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** Prints what was looked at, and beneath each what is wrong with it. */
export function showDiagnosis(diagnosis: Diagnosis, terminal: Terminal): void {
  const { print, paint, language } = terminal;
  const show = (title: string, findings: readonly DoctorFinding[]) => {
    const isWell = findings.every(({ level }) => level === 'note');
    print(`${isWell ? paint('green', '✓') : paint('red', '✗')} ${title}`);
    for (const finding of findings) showFinding(finding, terminal);
  };
  const { browsers, host, projects, findings } = diagnosis;
  if (findings.length > 0) show(tell('doctor-program', language), findings);
  for (const { title, findings: found } of browsers) show(title, found);
  if (browsers.length === 0) print(`  ${tell('doctor-no-browser', language)}`);
  if (host) {
    const { version } = host.echo ?? {};
    const title = version ? tell('doctor-answers', language, { version }) : tell('doctor-host', language);
    show(title, host.findings);
  }
  for (const { dir, findings: found } of projects) show(dir, found);
  if (problemsIn(diagnosis).length === 0) print(paint('green', tell('status-well', language)));
}

function showFinding({ code, params, level }: DoctorFinding, { print, paint, language }: Terminal): void {
  const { what, next } = say(code, params, language);
  const [sign, colour] = level === 'problem' ? (['!', 'red'] as const) : (['·', 'yellow'] as const);
  print(`    ${paint(colour, sign)} ${what}: ${next}`);
}
