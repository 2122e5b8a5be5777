import { say } from '../../shared/messages.ts';
import type { ExternalStatus } from '../status/external-status.ts';
import type { StatusFinding } from '../status/finding.ts';
import type { EnvironmentStatus, TargetStatus } from '../status/status.ts';
import type { Terminal } from './terminal.ts';
import { tell } from './texts.ts';

/** Prints which key is in which file, and beneath each what to look at. */
export function showStatus(environments: readonly EnvironmentStatus[], terminal: Terminal): void {
  const { print, paint, language } = terminal;
  let count = 0;
  const show = (findings: readonly StatusFinding[]) => {
    count += findings.length;
    for (const finding of findings) showFinding(finding, terminal);
  };
  for (const { environment, targets, external, findings } of environments) {
    print(paint('bold', environment));
    show(findings);
    for (const target of targets) {
      print(`  ${describeTarget(target, terminal)}`);
      show(target.findings);
    }
    for (const each of external) print(`  ${describeExternal(each, terminal)}`);
  }
  print(
    count === 0
      ? paint('green', tell('status-well', language))
      : tell('status-findings', language, { count }),
  );
}

function showFinding({ code, params }: StatusFinding, { print, paint, language }: Terminal): void {
  const { what, next } = say(code, params, language);
  print(`    ${paint('yellow', '!')} ${what}: ${next}`);
}

function describeExternal({ name, key, installed }: ExternalStatus, { language }: Terminal): string {
  if (key === null) return tell('status-external-none', language, { name });
  const { masked, fingerprint } = key;
  return tell('status-external', language, { name, masked, fingerprint, time: installed ?? '' });
}

function describeTarget({ file, key, installed, inStep }: TargetStatus, { language }: Terminal): string {
  if (key === null) return tell('status-no-key', language, { file });
  const more = [
    key.reference === null ? '' : tell('status-reference', language, { reference: key.reference }),
    installed === null ? '' : tell('status-installed', language, { time: installed }),
    tell(inStep ? 'status-in-step' : 'status-out-of-step', language),
  ];
  const fingerprint = key.fingerprint ?? tell('status-unknown', language);
  return tell('status-key', language, { file, masked: key.masked, fingerprint, more: more.join('') });
}
