import { cwd } from 'node:process';
import type { Receipt } from '../../../shared/wire.ts';
import { sha256 } from '../../install/targets/snapshot.ts';
import { planUndo, type UndoPlan, undoLocked } from '../../install/undo.ts';
import { withLock } from '../../machine/lock.ts';
import { backupIds } from '../../machine/records/backups.ts';
import { receipts } from '../../machine/records/journal.ts';
import { loadProject } from '../../project/load.ts';
import type { Work } from '../command.ts';
import { requirePerson } from '../require-person.ts';
import { localTime } from '../show/local-time.ts';
import { describeKey } from '../show/plan.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface UndoFlags {
  readonly project?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `cle undo`: restores the bytes before the last installation. */
const undo: Work<UndoFlags> = async (terminal, flags) => {
  const { language } = terminal;
  const project = await loadProject(flags.project ?? cwd());
  const plan = await planUndo(project);
  if (!flags.yes) requirePerson('confirmation-needed-undo', terminal);
  const receipt = await receiptOf(plan);
  const key = receipt?.key ?? null;
  showUndo(plan, receipt, terminal);
  if (!flags.yes) {
    const { confirm } = await import('../prompts.ts');
    await confirm(tell('confirm-undo', language), terminal);
  }
  const { backup, replacements } = await withLock((lock) => undoLocked(project, plan.id, lock));
  const left = (await backupIds(project.id)).length;
  for (const { file } of replacements)
    terminal.print(terminal.paint('green', tell('restored', language, { file })));
  const external = showExternal(receipt, terminal);
  terminal.print(tell('undo-left', language, { left }));
  const restored = replacements.map(({ file, content }) => ({ file, sha256: sha256(content) }));
  return {
    project: { id: project.id, name: project.name },
    captureId: backup.captureId,
    key,
    restored,
    ...(external.length > 0 && { notRestored: external }),
    left,
  };
};

export default undo;

/** The receipt of the installation; `undefined` where the journal does not go back that far. */
async function receiptOf({ project, backup }: UndoPlan): Promise<Receipt | undefined> {
  return (await receipts()).find(
    (receipt) => receipt.captureId === backup.captureId && receipt.project === project.id,
  );
}

function showUndo(
  { backup, replacements }: UndoPlan,
  receipt: Receipt | undefined,
  terminal: Terminal,
): void {
  const { print, language } = terminal;
  if (receipt) print(describeKey(receipt.key, terminal));
  const files = replacements.map(({ file }) => file).join(', ');
  print(tell('undo-plan', language, { time: localTime(backup.created, language), files }));
}

/**
 * Prints the external targets of the installation, which stay as they are.
 *
 * @returns their names
 */
function showExternal(receipt: Receipt | undefined, { print, language }: Terminal): string[] {
  const changed =
    receipt?.external?.filter(({ change }) => change !== 'unchanged' && change !== 'left') ?? [];
  for (const { kind, name, change, before = 0 } of changed) {
    const text = change === 'unknown' ? 'undo-external-unknown' : (`undo-external-${kind}` as const);
    print(tell(text, language, { name, before }));
  }
  return changed.map(({ name }) => name);
}
