import { cwd } from 'node:process';
import type { KeySummary } from '../../shared/wire.ts';
import { sha256 } from '../apply/snapshot.ts';
import { planUndo, type UndoPlan, undoLocked } from '../apply/undo.ts';
import type { Work } from '../cli/command.ts';
import { describeKey } from '../cli/show.ts';
import type { Terminal } from '../cli/terminal.ts';
import { tell } from '../cli/texts.ts';
import { UsageError } from '../cli/usage-error.ts';
import { loadProject } from '../project/load.ts';
import { backupIds } from '../state/backups.ts';
import { receipts } from '../state/journal.ts';
import { withLock } from '../state/lock.ts';

export interface UndoFlags {
  readonly project?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `cle undo`: restores the bytes before the last installation. */
const undo: Work<UndoFlags> = async (terminal, flags) => {
  const { language } = terminal;
  if (!flags.yes && !terminal.interactive) {
    throw new UsageError(tell('confirmation-needed', language), tell('confirmation-needed-undo', language));
  }
  const project = await loadProject(flags.project ?? cwd());
  const plan = await planUndo(project);
  const key = await keyOf(plan);
  showUndo(plan, key, terminal);
  if (!flags.yes) {
    const { confirm } = await import('../cli/prompts.ts');
    await confirm(tell('confirm-undo', language), terminal);
  }
  const { backup, replacements } = await withLock((lock) => undoLocked(project, plan.id, lock));
  const left = (await backupIds(project.id)).length;
  for (const { file } of replacements)
    terminal.print(terminal.paint('green', tell('restored', language, { file })));
  terminal.print(tell('undo-left', language, { left }));
  const restored = replacements.map(({ file, content }) => ({ file, sha256: sha256(content) }));
  return {
    project: { id: project.id, name: project.name },
    captureId: backup.captureId,
    key,
    restored,
    left,
  };
};

export default undo;

/** The key that the installation wrote, as its receipt says; none where the journal no longer goes back so far. */
async function keyOf({ project, backup }: UndoPlan): Promise<KeySummary | null> {
  const found = (await receipts()).find(
    (receipt) => receipt.captureId === backup.captureId && receipt.project === project.id,
  );
  return found?.key ?? null;
}

function showUndo({ backup, replacements }: UndoPlan, key: KeySummary | null, terminal: Terminal): void {
  const { print, language } = terminal;
  if (key) print(describeKey(key, terminal));
  const files = replacements.map(({ file }) => file).join(', ');
  print(tell('undo-plan', language, { time: backup.created, files }));
}
