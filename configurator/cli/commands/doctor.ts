import { thisLaunch } from '../../native-host/browsers/this-launch.ts';
import { thisMachine } from '../../native-host/browsers/this-machine.ts';
import type { Work } from '../command.ts';
import { allFindings, type Diagnosis, diagnose, problemsIn } from '../doctor/diagnose.ts';
import type { DoctorFinding } from '../doctor/finding.ts';
import { planTreatment, type Treatment, treat } from '../doctor/repair.ts';
import { supportReport } from '../doctor/report.ts';
import { CommandRefusal, FoundWrong } from '../errors.ts';
import { say } from '../messages.ts';
import { isEmpty, showDiagnosis, showTreatment } from '../show/doctor.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface DoctorFlags {
  readonly fix?: boolean;
  readonly yes?: boolean;
  readonly report?: boolean;
  readonly json?: boolean;
}

/** `cle doctor`: finds what is wrong between browsers, host, projects and files, and repairs what it can. */
const doctor: Work<DoctorFlags> = async (terminal, { fix, yes, report }) => {
  const machine = thisMachine();
  const launch = await thisLaunch();
  const found = await diagnose(launch, machine);
  if (report) {
    terminal.printText(JSON.stringify(supportReport(found, machine), undefined, 2));
    return conclude(found, { report: supportReport(found, machine) }, 'doctor-found');
  }
  showDiagnosis(found, terminal);
  if (!fix) return conclude(found, told(found, terminal), 'doctor-found');
  const treatment = await planTreatment(found, launch, machine);
  if (isEmpty(treatment)) return conclude(found, { repaired: [], ...told(found, terminal) }, 'doctor-left');
  await agree(treatment, yes === true, terminal);
  const failures = await treat(treatment, launch, machine);
  const left = await diagnose(launch, machine);
  const after = { ...left, findings: [...left.findings, ...failures] };
  showDiagnosis(after, terminal);
  return conclude(after, { repaired: codesGone(found, after), ...told(after, terminal) }, 'doctor-left');
};

export default doctor;

/** Shows what will be done, and asks if somebody can answer. */
async function agree(treatment: Treatment, yes: boolean, terminal: Terminal): Promise<void> {
  showTreatment(treatment, terminal);
  if (!terminal.interactive || yes) return;
  const { confirm } = await import('../prompts.ts');
  await confirm(tell('confirm-repair', terminal.language), terminal);
}

/** @throws FoundWrong if there are problems */
function conclude(diagnosis: Diagnosis, result: object, code: 'doctor-found' | 'doctor-left'): object {
  const { length: count } = problemsIn(diagnosis);
  if (count > 0) throw new FoundWrong(new CommandRefusal(code, { count }), result);
  return result;
}

function codesGone(before: Diagnosis, after: Diagnosis): string[] {
  const left = new Set(problemsIn(after).map(({ code }) => code));
  return [...new Set(problemsIn(before).map(({ code }) => code))].filter((code) => !left.has(code));
}

function told(diagnosis: Diagnosis, { language }: Terminal) {
  const { browsers, host, projects, identity } = diagnosis;
  const tellAll = (found: readonly DoctorFinding[]) =>
    found.map(({ code, params, level, repairs }) => {
      const { what: message, next } = say(code, params, language);
      return { code, params, level, repairable: repairs.length > 0, message, next };
    });
  return {
    browsers: browsers.map((each) => ({ ...each, findings: tellAll(each.findings) })),
    host: host && {
      launcher: host.launcher,
      version: host.echo?.version ?? null,
      findings: tellAll(host.findings),
    },
    identity: identity && { keeper: identity.keeper, readers: identity.readers },
    projects: projects.map((each) => ({ ...each, findings: tellAll(each.findings) })),
    findings: tellAll(allFindings(diagnosis)),
  };
}
