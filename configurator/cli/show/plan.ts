import { doubtOf, doubtsOf } from '../../../shared/doubts.ts';
import type { Environment } from '../../../shared/environment.ts';
import { isCode } from '../../../shared/message-codes.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import type { DiffLine, KeySummary, Plan, Receipt } from '../../../shared/wire.ts';
import { typeset } from '../../../shared/wording.ts';
import { kits } from '../../project/kits/kits.ts';
import type { Plugin } from '../../project/kits/plugins.ts';
import type { Project } from '../../project/project.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

const signs = { same: ' ', removed: '-', added: '+' } as const;
const colours = { same: 'dim', removed: 'red', added: 'green' } as const;

/** Prints the masked diff of a plan, file by file. */
export async function showPlan(
  { key, targets, external = [], warnings, notices = [], merchantChange }: Plan,
  terminal: Terminal,
): Promise<void> {
  const { print, complain, paint, language } = terminal;
  print(describeKey(key, terminal));
  for (const { file, change, diff } of targets) {
    const note = change === 'unchanged' ? `  ${tell('already-there', language)}` : '';
    print(`${paint('bold', file)}${note}`);
    for (const line of diff) print(describeLine(line, terminal));
  }
  for (const { name, fields, change } of external) {
    const text = tell(`external-${change}`, language, { fields: fields.join(', ') });
    print(`${paint('bold', name)}  ${text}`);
  }
  if (merchantChange) {
    const { from, to } = merchantChange;
    complain(tell('merchant-change', language, { from: from.join(', '), to }));
  }
  if (warnings.length + notices.length > 0) await warn(warnings, notices, terminal);
}

/** The table of messages is large, and most plans need none of it. */
async function warn(
  warnings: readonly string[],
  notices: readonly Pick<Refusal, 'code' | 'params'>[],
  { complain, language }: Terminal,
): Promise<void> {
  const { say } = await import('../messages.ts');
  for (const warning of warnings) {
    if (isCode(warning)) complain(say(warning, {}, language).what);
  }
  for (const { code, params } of notices) {
    if (!isCode(code)) continue;
    const { what, next } = say(code, params, language);
    complain(`${what}; ${next}`);
  }
}

/** Prints what a receipt proves. */
export async function showReceipt(receipt: Receipt, terminal: Terminal): Promise<void> {
  const { print, paint, language } = terminal;
  const { targets, external = [] } = receipt;
  for (const { file, fields } of targets) {
    print(paint('green', tell('in-place', language, { file, fields: fields.join(', ') })));
  }
  for (const each of external) {
    if (doubtOf(each)) continue;
    const { name, fields, change } = each;
    const key = change === 'run' ? 'given-to-command' : 'in-place';
    print(paint('green', tell(key, language, { file: name, fields: fields.join(', ') })));
  }
  // The command's final error reports the first of them.
  const doubts = doubtsOf(receipt).slice(1);
  if (doubts.length > 0) await warn([], doubts, terminal);
}

/** A masked key on one line. */
export function describeKey(key: KeySummary, { language }: Terminal): string {
  const { environment, masked, merchantId, fingerprint } = key;
  return tell('key-line', language, { environment, masked, merchantId, fingerprint });
}

function describeLine({ sign, line, text }: DiffLine, { paint }: Terminal): string {
  return paint(colours[sign], `  ${signs[sign]} ${String(line).padStart(4)}  ${text}`);
}

/** Prints the form in which a plugin takes a key, and the steps of entering it by hand. */
export function showPlugin(
  { title, keyForm, steps, byCommand }: Plugin,
  { print, paint, language }: Terminal,
): void {
  print(paint('bold', tell('plugin-steps', language, { title })));
  print(`  ${tell(`shape-${keyForm}`, language)}`);
  const all = [...steps[language], ...(byCommand?.[language] ?? [])];
  for (const [index, step] of all.entries()) print(`  ${index + 1}. ${typeset(step, language)}`);
}

/**
 * Prints what a person must still do: restarts, caches, and entering the key by hand.
 *
 * @returns the names of the products in which the key is entered by hand
 */
export function showFollowUp(project: Project, environment: Environment, terminal: Terminal): string[] {
  const { print, language } = terminal;
  const named = new Set(project.targets(environment).map(({ kit }) => kit));
  for (const { name, title, hint } of kits) {
    if (hint && named.has(name)) print(tell('kit-hint', language, { title, hint: hint[language] }));
  }
  const plugins = project.byHand(environment).map(({ plugin }) => plugin);
  for (const plugin of plugins) showPlugin(plugin, terminal);
  return plugins.map(({ name }) => name);
}
