import type { Code } from './message-codes.ts';
import { Refusal } from './refusal.ts';
import type { ExternalReceipt, Receipt } from './wire.ts';

/** What a command does when it is run again with the same value. */
type Again = 'sets' | 'adds' | 'refuses';

/**
 * By the documentation of each, of the versions current in 2026: the tools that README names. Where a tool is not here,
 * nothing is said of a second run.
 */
const again: readonly (readonly [pattern: RegExp, again: Again])[] = [
  // GitHub REST API, "Create or update a repository secret".
  [/^gh secret set\b/, 'sets'],
  // Cloudflare, "Wrangler commands", `secret put`: create or replace a secret.
  [/^wrangler (?:versions )?secret put\b/, 'sets'],
  // Vercel, `vercel env add`: `--force` overwrites; without it a variable that exists is an error.
  [/^vercel env add\b(?=.* --force\b)/, 'sets'],
  [/^vercel env add\b/, 'refuses'],
  // Kubernetes, `kubectl apply` and `kubectl create`: `AlreadyExists`.
  [/^kubectl apply\b/, 'sets'],
  [/^kubectl create\b/, 'refuses'],
  // AWS Systems Manager, `PutParameter`: `ParameterAlreadyExists` without `--overwrite`, else a new version.
  [/^aws ssm put-parameter\b(?=.* --overwrite\b)/, 'adds'],
  [/^aws ssm put-parameter\b/, 'refuses'],
  // AWS Secrets Manager, `PutSecretValue`: a new version each time.
  [/^aws secretsmanager put-secret-value\b/, 'adds'],
  // Google Cloud, `gcloud secrets versions add`: a new version each time.
  [/^gcloud secrets versions add\b/, 'adds'],
  // Symfony, "How to Keep Sensitive Information Secret", `secrets:set`.
  [/^(?:php )?bin\/console secrets:set\b/, 'sets'],
];

const codes = {
  sets: 'command-may-have-sets',
  adds: 'command-may-have-adds',
  refuses: 'command-may-have-refuses',
} as const satisfies Record<Again, Code>;

/** What a receipt does not prove of a target beyond files; `undefined` where it proves that it has the key. */
export function doubtOf({
  kind,
  name,
  change,
  reason = '',
  before = 0,
}: ExternalReceipt): Refusal | undefined {
  if (change === 'left') return new Refusal('external-left', { name, reason });
  if (change !== 'unknown') return undefined;
  if (kind === 'vault') return new Refusal('vault-may-have', { name, reason, before });
  const known = again.find(([pattern]) => pattern.test(name));
  return new Refusal(known ? codes[known[1]] : 'command-may-have', { name, reason });
}

/** As `doubtOf`, of everything in a receipt. Where there are any, the key is still needed. */
export function doubtsOf({ external = [] }: Pick<Receipt, 'external'>): Refusal[] {
  return external.flatMap((each) => doubtOf(each) ?? []);
}
