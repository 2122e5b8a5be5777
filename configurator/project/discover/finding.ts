import { stringify } from 'yaml';
import type { Field } from '../../../shared/access-key.ts';
import { type Environment, environments } from '../../../shared/environment.ts';
import type { EnvironmentSign } from '../environment-signs.ts';
import type { Plugin } from '../kits/plugins.ts';

/** Why a file is taken to belong to an environment; `unclear`: it is not, as its entries do not tell. */
export type Reason = 'name' | 'word' | 'address' | 'neither' | 'both' | 'unclear';

/** A `set:` of the project file: which field goes to which address. */
export type ProposedSet = Readonly<
  Record<string, Field | ({ readonly field: 'environment' } & Readonly<Record<Environment, string>>)>
>;

/** A file that takes a key. */
export interface Finding {
  readonly file: string;
  /** Empty where it is unclear. */
  readonly environments: readonly Environment[];
  readonly reason: Reason;
  /** The entry that names an environment; `said` is its value, under the name that `--json` has for it. */
  readonly seen?: Pick<EnvironmentSign, 'address' | 'line'> & { readonly said: string };
  /** The file's kit, or its `set:`. */
  readonly target: { readonly kit: string } | { readonly set: ProposedSet };
  /** The merchant id in it, unless that is a placeholder. */
  readonly merchant: string | undefined;
}

/**
 * The text of a project file for these findings. Its comments tell what a person may add.
 *
 * @param plugins listed for every environment that has files, or for both
 * @param merchant the merchant that a person named, where no file does
 */
export function proposeProjectFile(
  findings: readonly Finding[],
  plugins: readonly Plugin[] = [],
  merchant?: string,
): string {
  const byHand = plugins.map(({ name }) => ({ kit: name }));
  const targetsOf = (environment: Environment) => {
    const own = findings.filter((finding) => finding.environments.includes(environment));
    return own.length > 0 || findings.length === 0 ? [...own.map(toTarget), ...byHand] : [];
  };
  const targets = Object.fromEntries(
    environments
      .map((environment) => [environment, targetsOf(environment)] as const)
      .filter(([, own]) => own.length > 0),
  );
  return `# Where this project's Payline keys go. No secret belongs in this file.
version: 1
${merchantLine(merchant === undefined ? merchantsIn(findings) : [merchant])}
${toYaml({ environments: targets })}${missingEnvironment(findings)}`;
}

function toYaml(value: object): string {
  return stringify(value, { lineWidth: 0 });
}

/** A commented template for the environment without files, with the files of the other one. */
function missingEnvironment(findings: readonly Finding[]): string {
  const missing = environments.filter(
    (each) => !findings.some((finding) => finding.environments.includes(each)),
  );
  const [only] = missing;
  if (only === undefined || missing.length === environments.length) return '';
  const lines = toYaml({ environments: { [only]: findings.map(toTarget) } })
    .trimEnd()
    .split('\n')
    .slice(1);
  return [
    `  # No file was found for ${only}. Once its key has a place, name it here, without the "# ":`,
    ...lines.map((line) => line.replace(/^ {2}/, '  # ')),
    '',
  ].join('\n');
}

/** The merchant ids that the files name, each once. */
export function merchantsIn(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ merchant }) => merchant ?? []))];
}

/** The `merchant:` line, which is a comment unless the files agree on one merchant. */
function merchantLine([only, ...others]: readonly string[]): string {
  const reason = '# a key of any other merchant is refused';
  if (only === undefined) return `# merchant: "…"   ${reason}, with this line`;
  if (others.length === 0) return `merchant: "${only}"   ${reason}`;
  return `# merchant: "${only}"   ${reason}, with this line; the files also name ${others.join(', ')}`;
}

function toTarget({ file, target }: Finding): object {
  return 'kit' in target ? { kit: target.kit, file } : { file, set: target.set };
}
