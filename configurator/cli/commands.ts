import { buildCommand, type Command } from '@stricli/core';
import { environments } from '../../shared/environment.ts';
import type { Language } from '../../shared/wording.ts';
import { backupsKept } from '../machine/records/backups.ts';
import { browsers } from '../native-host/browsers/browsers.ts';
import { kits } from '../project/kits/kits.ts';
import { plugins } from '../project/kits/plugins.ts';
import { type CleContext, running } from './command.ts';
import { type Commands, commandTable, shells } from './command-table.ts';
import type { AllowFlags } from './commands/allow.ts';
import type { ApplyFlags } from './commands/apply.ts';
import type { CompletionFlags } from './commands/completion.ts';
import type { ConnectFlags } from './commands/connect.ts';
import type { DisconnectFlags } from './commands/disconnect.ts';
import type { DoctorFlags } from './commands/doctor.ts';
import type { InitFlags } from './commands/init.ts';
import type { OverviewFlags } from './commands/overview.ts';
import type { RecipientFlags } from './commands/recipient.ts';
import type { RotateFlags } from './commands/rotate.ts';
import type { ScanFlags } from './commands/scan.ts';
import type { SchemaFlags } from './commands/schema.ts';
import type { SealFlags } from './commands/seal.ts';
import type { StatusFlags } from './commands/status.ts';
import type { UndoFlags } from './commands/undo.ts';
import type { VerifyFlags } from './commands/verify.ts';
import { type PlainKey, tell } from './texts.ts';

/** `cle` by itself. */
export function overview(language: Language): Command<CleContext> {
  return buildCommand<OverviewFlags, [], CleContext>({
    loader: running(() => import('./commands/overview.ts')),
    docs: { brief: tell('about-cle', language) },
    parameters: {
      flags: {
        json: { kind: 'boolean', brief: tell('about-json', language), optional: true, withNegated: false },
      },
    },
  });
}

/** The definition of each command, by its name. Its work is loaded when it is called. */
export function commands(language: Language): Commands {
  const brief = (key: PlainKey) => ({ brief: tell(key, language) });
  const flag = (key: PlainKey) =>
    ({ kind: 'boolean', ...brief(key), optional: true, withNegated: false }) as const;
  const json = flag('about-json');
  const yes = flag('about-yes');
  const environment = {
    kind: 'enum',
    ...brief('about-environment'),
    values: environments,
    optional: true,
    placeholder: 'ENV',
  } as const;
  const text = (key: PlainKey, placeholder: string) =>
    ({ kind: 'parsed', parse: String, ...brief(key), optional: true, placeholder }) as const;
  const argument = (key: PlainKey, placeholder: string) =>
    ({
      kind: 'tuple',
      parameters: [{ parse: String, ...brief(key), optional: true, placeholder }],
    }) as const;
  const project = text('about-project', 'DIR');
  const browserNames = browsers.map(({ name }) => name);
  const browser = {
    kind: 'enum',
    brief: tell('about-browser', language, { names: browserNames.join(', ') }),
    values: browserNames,
    optional: true,
    placeholder: 'NAME',
  } as const;
  return {
    init: () =>
      buildCommand<InitFlags, [], CleContext>({
        loader: running(() => import('./commands/init.ts')),
        docs: brief('about-init'),
        parameters: {
          flags: {
            kit: {
              kind: 'parsed',
              parse: String,
              brief: tell('about-kit', language, {
                kits: [...kits, ...plugins].map(({ name }) => name).join(', '),
              }),
              optional: true,
              placeholder: 'NAME',
            },
            yes,
            json,
          },
        },
      }),
    apply: () =>
      buildCommand<ApplyFlags, [source?: string], CleContext>({
        loader: running(() => import('./commands/apply.ts')),
        docs: brief('about-apply'),
        parameters: {
          positional: argument('about-source', 'SOURCE'),
          flags: {
            project,
            environment,
            code: text('about-code', 'CODE'),
            all: flag('about-all'),
            dryRun: flag('about-dry-run'),
            verify: flag('about-apply-verify'),
            ends: text('about-ends', 'DAY'),
            merchant: text('about-merchant', 'ID'),
            yes,
            json,
          },
        },
      }),
    status: () =>
      buildCommand<StatusFlags, [], CleContext>({
        loader: running(() => import('./commands/status.ts')),
        docs: brief('about-status'),
        parameters: {
          flags: {
            project,
            all: flag('about-status-all'),
            maxAge: text('about-max-age', 'DAYS'),
            expiresWithin: text('about-expires-within', 'DAYS'),
            ics: text('about-ics', 'FILE'),
            json,
          },
        },
      }),
    undo: () =>
      buildCommand<UndoFlags, [], CleContext>({
        loader: running(() => import('./commands/undo.ts')),
        docs: { brief: tell('about-undo', language, { kept: backupsKept }) },
        parameters: { flags: { project, yes, json } },
      }),
    allow: () =>
      buildCommand<AllowFlags, [], CleContext>({
        loader: running(() => import('./commands/allow.ts')),
        docs: brief('about-allow'),
        parameters: { flags: { project, revoke: flag('about-revoke'), yes, json } },
      }),
    connect: () =>
      buildCommand<ConnectFlags, [], CleContext>({
        loader: running(() => import('./commands/connect.ts')),
        docs: brief('about-connect'),
        parameters: { flags: { browser, yes, json } },
      }),
    disconnect: () =>
      buildCommand<DisconnectFlags, [], CleContext>({
        loader: running(() => import('./commands/disconnect.ts')),
        docs: brief('about-disconnect'),
        parameters: { flags: { browser, yes, json } },
      }),
    doctor: () =>
      buildCommand<DoctorFlags, [], CleContext>({
        loader: running(() => import('./commands/doctor.ts'), { tidies: true }),
        docs: brief('about-doctor'),
        parameters: { flags: { fix: flag('about-fix'), report: flag('about-report'), yes, json } },
      }),
    verify: () =>
      buildCommand<VerifyFlags, [source?: string], CleContext>({
        loader: running(() => import('./commands/verify.ts')),
        docs: brief('about-verify'),
        parameters: {
          positional: argument('about-source', 'SOURCE'),
          flags: { project, environment, json },
        },
      }),
    completion: () =>
      buildCommand<CompletionFlags, [shell?: string], CleContext>({
        loader: running(
          async () => {
            const { completionOf } = await import('./commands/completion.ts');
            return { default: completionOf(commandTable(commands(language), language)) };
          },
          { tidies: true },
        ),
        docs: brief('about-completion'),
        parameters: {
          positional: {
            kind: 'tuple',
            parameters: [
              {
                brief: tell('about-shell', language, { names: shells.join(', ') }),
                parse: String,
                optional: true,
                placeholder: 'SHELL',
              },
            ],
          },
          flags: { json },
        },
      }),
    rotate: () =>
      buildCommand<RotateFlags, [source?: string], CleContext>({
        loader: running(() => import('./commands/rotate.ts')),
        docs: brief('about-rotate-key'),
        parameters: {
          positional: argument('about-source', 'SOURCE'),
          flags: {
            project,
            environment,
            code: text('about-code', 'CODE'),
            ends: text('about-ends', 'DAY'),
            merchant: text('about-merchant', 'ID'),
            yes,
            json,
          },
        },
      }),
    scan: () =>
      buildCommand<ScanFlags, [path?: string], CleContext>({
        loader: running(() => import('./commands/scan.ts')),
        docs: brief('about-scan'),
        parameters: {
          positional: argument('about-scan-path', 'PATH'),
          flags: { fail: flag('about-fail'), json },
        },
      }),
    schema: () =>
      buildCommand<SchemaFlags, [], CleContext>({
        loader: running(() => import('./commands/schema.ts'), { tidies: true }),
        docs: brief('about-schema'),
        parameters: { flags: { json } },
      }),
    recipient: () =>
      buildCommand<RecipientFlags, [], CleContext>({
        loader: running(() => import('./commands/recipient.ts')),
        docs: brief('about-recipient'),
        parameters: {
          flags: {
            name: text('about-name', 'NAME'),
            rotate: flag('about-rotate'),
            passphrase: flag('about-identity-passphrase'),
            keychain: flag('about-keychain'),
            json,
          },
        },
      }),
    seal: () =>
      buildCommand<SealFlags, [], CleContext>({
        loader: running(() => import('./commands/seal.ts')),
        docs: brief('about-seal'),
        parameters: {
          flags: {
            to: { ...text('about-to', 'RECIPIENT'), variadic: true },
            passphrase: flag('about-file-passphrase'),
            environment,
            expiresIn: text('about-expires-in', 'DAYS'),
            output: text('about-output', 'FILE'),
            json,
          },
        },
      }),
  };
}
