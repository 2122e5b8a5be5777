import { parseAddress } from './path-address.ts';

/** A tool that encrypts files, or values in them, where they stand. */
export interface Encryption {
  /** How people call it. */
  readonly tool: string;
  /** What takes the value in its place: a `command:` target of the project file, or a command to run by hand. */
  readonly command: string;
}

interface Sign {
  readonly tool: string;
  /** Names of files that are never anything else. */
  readonly name?: RegExp;
  /** What such a file says, as Latin-1. */
  readonly text?: RegExp;
  readonly command: (file: string, address: string) => string;
}

/** An address as SOPS takes it: `payline.access_key` is `["payline"]["access_key"]`. */
function sopsIndex(address: string): string {
  const segments = parseAddress(address)?.segments ?? [address];
  return segments
    .map((segment) => (typeof segment === 'number' ? `[${segment}]` : `["${segment}"]`))
    .join('');
}

/**
 * `sops set --value-stdin` came with SOPS 3.11 and takes JSON (its CHANGELOG.md and cmd/sops/main.go), hence the quotes.
 */
const sopsTarget = (file: string, address: string) =>
  `command: [sh, -c, 'printf "\\"%s\\"" "$(cat)" | sops set --value-stdin "$0" "$1"', ${JSON.stringify(file)}, '${sopsIndex(address)}']`;

const byHand = (command: string) => (file: string) => command.replace('FILE', JSON.stringify(file));

/** The more exact sign first: SOPS also wraps age and PGP, and Ansible encrypts YAML that others would know by its name. */
const signs: readonly Sign[] = [
  {
    tool: 'SOPS',
    text: /^sops[:_]|"sops"\s*:\s*\{|^\[sops\]|ENC\[AES256_GCM,data:/m,
    command: sopsTarget,
  },
  {
    // https://github.com/bitnami-labs/sealed-secrets, "Raw mode"
    tool: 'Sealed Secrets',
    text: /^[ \t]*["']?kind["']?\s*:\s*["']?SealedSecret\b/m,
    command: byHand('kubeseal --raw --from-file=/dev/stdin --name NAME --namespace NAMESPACE'),
  },
  {
    tool: 'Ansible Vault',
    text: /^\$ANSIBLE_VAULT;/,
    command: byHand('ansible-vault edit FILE'),
  },
  {
    tool: 'Ansible Vault',
    text: /!vault(?:-encrypted)?\b|\$ANSIBLE_VAULT;/,
    command: (_, address) => `ansible-vault encrypt_string --stdin-name ${lastName(address)}`,
  },
  {
    tool: 'hiera-eyaml',
    name: /\.eyaml$/i,
    text: /ENC\[(?:PKCS7|GPG|GKMS|KMS|VAULT|TWOFAC)\s*,/,
    command: (_, address) => `eyaml encrypt --stdin --label ${lastName(address)}`,
  },
  { tool: 'git-crypt', text: /^\0GITCRYPT\0/, command: () => 'git-crypt unlock; cle apply' },
  { tool: 'transcrypt', text: /^(?:U2FsdGVkX1|Salted__)/, command: () => 'transcrypt' },
  {
    tool: 'Rails',
    name: /(?:^|\/)credentials\.yml\.enc$/,
    command: () => 'bin/rails credentials:edit',
  },
  {
    tool: 'Rails',
    name: /(?:^|\/)(?:credentials|[^/]*\.yml|[^/]*\.yaml)(?:\/[^/]*)?\.enc$/i,
    command: byHand('bin/rails encrypted:edit FILE'),
  },
  {
    tool: 'Laravel',
    name: /(?:^|\/)\.env(?:\.[^/]+)?\.encrypted$/i,
    command: () => 'php artisan env:decrypt; cle apply; php artisan env:encrypt --force',
  },
  {
    tool: 'dotenv-vault',
    name: /(?:^|\/)\.env\.vault$/i,
    text: /^\s*DOTENV_VAULT(?:_\w+)?\s*=/m,
    command: () => 'npx dotenv-vault@latest pull; cle apply; npx dotenv-vault@latest push',
  },
  {
    tool: 'chezmoi',
    name: /(?:^|\/)encrypted_[^/]+$/,
    command: byHand('chezmoi edit FILE'),
  },
  {
    tool: 'age',
    name: /\.age$/i,
    text: /^(?:age-encryption\.org\/v1\r?\n|\s*-----BEGIN AGE ENCRYPTED FILE-----)/,
    command: byHand('age --decrypt FILE'),
  },
  {
    tool: 'OpenPGP',
    name: /\.(?:gpg|pgp|asc)$/i,
    text: /^\s*-----BEGIN PGP MESSAGE-----/,
    command: byHand('gpg --decrypt FILE'),
  },
  {
    tool: 'git-secret',
    name: /\.secret$/i,
    command: () => 'git secret reveal; cle apply; git secret hide',
  },
];

/** Values that are encrypted each by itself, in files that may hold others in clear. */
const valueSigns = [
  // https://docs.spring.io/spring-cloud-config/reference/server/encryption-and-decryption.html
  {
    tool: 'Spring Cloud Config',
    value: /^\{cipher\}/,
    command: 'curl http://localhost:8888/encrypt -s -d @-',
  },
  // https://github.com/ulisesbocchio/jasypt-spring-boot, "Encryption": `DEC(…)` becomes `ENC(…)`
  { tool: 'Jasypt', value: /^ENC\(.*\)$/s, command: 'mvn jasypt:encrypt' },
  { tool: 'Ansible Vault', value: /^\$ANSIBLE_VAULT;/, command: 'ansible-vault encrypt_string' },
] as const;

/**
 * Tells which tool encrypted a file, or values in it: written in clear, a key would be committed in clear, and the tool
 * would no longer open the file. What dotenvx encrypts does not count: that is written encrypted.
 *
 * @param file its name, with `/`
 * @param address where the key belongs in it, for the command that puts it there
 * @returns `undefined` where there is no sign of any
 */
export function encryptionOf(file: string, bytes: Uint8Array, address: string): Encryption | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const sign = signs.find(({ name, text: said }) => name?.test(file) || said?.test(text));
  return sign && { tool: sign.tool, command: sign.command(file, address) };
}

/** Tells which tool encrypted a value that stands among others in clear. */
export function encryptionOfValue(value: string): Encryption | undefined {
  return valueSigns.find((sign) => sign.value.test(value));
}

function lastName(address: string): string {
  return address.replaceAll('"', '').split('.').at(-1) || 'accessKey';
}
