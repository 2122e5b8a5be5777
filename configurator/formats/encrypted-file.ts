import { parseAddress } from './path-address.ts';

/** A tool that encrypts files, or values in them, in place. */
export interface Encryption {
  /** Its usual name. */
  readonly tool: string;
  /** How to give it the value: a `command:` target of the project file, or a command to run by hand. */
  readonly command: string;
}

interface EncryptionTool {
  readonly tool: string;
  /** Names that only its files have. */
  readonly name?: RegExp;
  /** What its files contain, as Latin-1; a function where that depends on the address. */
  readonly text?: RegExp | ((text: string, address: string) => boolean);
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

const byHand = (command: string) => (file: string) => command.replaceAll('FILE', JSON.stringify(file));

const symfonyTarget = (file: string, address: string) => {
  const environment = file.split('/').at(-2) ?? 'prod';
  const own = /\.([A-Z]\w*)\.[0-9a-f]+\.php$/.exec(file)?.[1];
  return `command: [php, bin/console, "secrets:set", "--env=${environment}", ${own ?? lastName(address)}, "-"]`;
};

/** The more specific tool first: SOPS also wraps age and PGP, and Ansible encrypts YAML files that others match by name. */
const tools: readonly EncryptionTool[] = [
  {
    tool: 'SOPS',
    text: /^sops[:_]|"sops"\s*:\s*\{|^\[sops\]|ENC\[AES256_GCM,data:/m,
    command: sopsTarget,
  },
  {
    // https://github.com/bitnami-labs/sealed-secrets, "Raw mode"
    tool: 'Sealed Secrets',
    text: /(?:^|[{,])[ \t-]*["']?kind["']?\s*:\s*["']?SealedSecret\b/m,
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
  { tool: 'transcrypt', text: /^U2FsdGVkX1/, command: () => 'transcrypt' },
  {
    tool: 'OpenSSL',
    text: /^Salted__/,
    command: byHand('openssl enc -d -in FILE -out COPY; cle apply; openssl enc -in COPY -out FILE'),
  },
  {
    // https://github.com/uw-labs/strongbox: a filter of git, as git-crypt is
    tool: 'Strongbox',
    text: /^# STRONGBOX ENCRYPTED RESOURCE/,
    command: byHand('git checkout -- FILE, with its key in place; cle apply'),
  },
  {
    // https://github.com/Shopify/ejson: values in clear are encrypted in place
    tool: 'ejson',
    name: /\.ejson$/i,
    text: /"_public_key"\s*:\s*"[0-9a-f]{64}"/,
    command: byHand('put it into FILE in clear; ejson encrypt FILE'),
  },
  {
    // Symfony's SecretsSetCommand: `-` is standard input
    tool: 'Symfony',
    name: /(?:^|\/)config\/secrets\/[^/]+\/[^/]+\.php$/,
    command: symfonyTarget,
  },
  {
    // https://www.pulumi.com/docs/iac/cli/commands/pulumi_config_set/: without a value it reads standard input
    tool: 'Pulumi',
    text: /^\s+secure:\s*["']?v\d+:|^encryption(?:salt|key):/m,
    command: (file, address) =>
      `command: [pulumi, config, set, --secret, --stack, ${/Pulumi\.(.+)\.ya?ml$/.exec(file)?.[1] ?? 'STACK'}, ${JSON.stringify(lastName(address))}]`,
  },
  {
    tool: 'Travis CI',
    name: /(?:^|\/)\.travis\.yml$/,
    command: () => 'travis encrypt --add',
  },
  {
    tool: 'Chef',
    text: /"encrypted_data"\s*:/,
    command: () => 'knife data bag edit BAG ITEM',
  },
  {
    tool: 'aspnet_regiis',
    text: (text, address) =>
      [...text.matchAll(/<([\w.:-]+)\s[^<>]*configProtectionProvider\s*=/g)].some(([, section]) =>
        address.split('.').includes(section ?? ''),
      ),
    command: (_, address) => {
      const section = address.split('.')[1] ?? 'appSettings';
      return `aspnet_regiis -pdf ${section} .; cle apply; aspnet_regiis -pef ${section} .`;
    },
  },
  {
    // https://docs.saltproject.io/en/latest/ref/renderers/all/salt.renderers.gpg.html
    tool: 'Salt',
    text: /^#!.*\bgpg\b/,
    command: () => 'gpg --encrypt --armor --recipient KEY',
  },
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
    text: /^age-encryption\.org\/v1\r?\n|-----BEGIN AGE ENCRYPTED FILE-----/,
    command: byHand('age --decrypt -i IDENTITY -o COPY FILE; cle apply; age -r RECIPIENT -o FILE COPY'),
  },
  {
    tool: 'OpenPGP',
    name: /\.(?:gpg|pgp|asc)$/i,
    text: /-----BEGIN PGP MESSAGE-----/,
    command: byHand('gpg -o COPY --decrypt FILE; cle apply; gpg -o FILE -r KEY --encrypt COPY'),
  },
  {
    tool: 'git-secret',
    name: /\.secret$/i,
    command: () => 'git secret reveal; cle apply; git secret hide',
  },
];

/**
 * The tool that encrypted a file, or values in it. A key written there in clear would be committed in clear, and the tool
 * could no longer open the file. dotenvx does not count: we write its values encrypted.
 *
 * @param file its name, with `/`
 * @param address of the key in the file, for the command that writes it
 * @returns `undefined` where no tool is recognised
 */
export function encryptionOf(file: string, bytes: Uint8Array, address: string): Encryption | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const matchesText = ({ text: pattern }: EncryptionTool) =>
    typeof pattern === 'function' ? pattern(text, address) : pattern?.test(text) === true;
  const found = tools.find((each) => each.name?.test(file) || matchesText(each));
  return found && { tool: found.tool, command: found.command(file, address) };
}

function lastName(address: string): string {
  return address.replaceAll('"', '').split('.').at(-1) || 'accessKey';
}
