import type { Code } from './message-codes.ts';
import { Refusal } from './refusal.ts';
import type { ExternalReceipt, Receipt } from './wire.ts';

/** What a command does when it is run a second time with the same value. */
type SecondRun = 'sets' | 'adds' | 'refuses';

/**
 * The tools that README names, by their own documentation as of 2026. For any other tool, nothing is said about a second
 * run.
 */
const secondRuns: readonly (readonly [pattern: RegExp, effect: SecondRun])[] = [
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
} as const satisfies Record<SecondRun, Code>;

/** What a receipt leaves in doubt about an external target; `undefined` where it proves that the target has the key. */
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
  const known = secondRuns.find(([pattern]) => pattern.test(name));
  return new Refusal(known ? codes[known[1]] : 'command-may-have', { name, reason });
}

/** `doubtOf` for each external target of a receipt. While there is any doubt, the key is still needed. */
export function doubtsOf({ external = [] }: Pick<Receipt, 'external'>): Refusal[] {
  return external.flatMap((each) => doubtOf(each) ?? []);
}
