import type { Code } from '../../shared/messages.ts';

/**
 * Names the reason why the browser could not reach the host, which it gives as a sentence only: Chromium's
 * `native_message_process_host.cc`, Firefox's `NativeMessaging.sys.mjs`.
 */
export function failureCode(error: unknown): Code {
  const text = error instanceof Error ? error.message : '';
  if (/host not found|No such native application|not found/i.test(text)) return 'host-missing';
  if (/forbidden/i.test(text)) return 'caller-unknown';
  return 'host-stopped';
}
