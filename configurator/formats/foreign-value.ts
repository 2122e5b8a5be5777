import { Refusal } from '../../shared/refusal.ts';
import type { Entry } from './format.ts';

interface ValueEncryption {
  readonly tool: string;
  readonly value: RegExp;
  /** The command that encrypts a value, from its standard input where it can. */
  readonly command: string;
}

/** Encryption of single values, in files that may have other values in clear. */
const encryptions: readonly ValueEncryption[] = [
  // https://docs.spring.io/spring-cloud-config/reference/server/encryption-and-decryption.html
  {
    tool: 'Spring Cloud Config',
    value: /^\{cipher\}/,
    command: 'curl http://localhost:8888/encrypt -s -d @-',
  },
  // https://github.com/ulisesbocchio/jasypt-spring-boot, "Encryption": `DEC(…)` becomes `ENC(…)`
  { tool: 'Jasypt', value: /^ENC\(.*\)$/s, command: 'mvn jasypt:encrypt' },
  { tool: 'Ansible Vault', value: /^\$ANSIBLE_VAULT;/, command: 'ansible-vault encrypt_string' },
  { tool: 'OpenSSL', value: /^U2FsdGVkX1[\w+/=\s]+$/, command: 'openssl enc -aes-256-cbc -pbkdf2 -a' },
  // https://maven.apache.org/guides/mini/guide-encryption.html
  { tool: 'Maven', value: /^\{[A-Za-z0-9+/]{20,}=*\}$/, command: 'mvn --encrypt-password' },
  // https://docs.mulesoft.com/mule-runtime/latest/secure-configuration-properties
  {
    tool: 'Mule',
    value: /^!\[.+\]$/s,
    command: 'secure-properties-tool.jar',
  },
  // Magento's Encryptor: key number, cipher number, ciphertext
  {
    tool: 'Magento',
    value: /^\d+:\d+:(?:[A-Za-z0-9+/]+:)?[A-Za-z0-9+/]{16,}=*$/,
    command: 'bin/magento config:sensitive:set --lock-env --interactive',
  },
  // Laravel's Encrypter: `{"iv":` in base64
  {
    tool: 'Laravel',
    value: /^eyJpdiI6/,
    command: `php artisan tinker --execute='echo Crypt::encryptString(trim(fgets(STDIN)));'`,
  },
  { tool: 'ASP.NET Data Protection', value: /^CfDJ8[\w-]{40,}$/, command: 'IDataProtector.Protect' },
  { tool: 'DPAPI', value: /^(?:AQAAANCMnd8B|01000000d08c9ddf)/, command: 'ConvertFrom-SecureString' },
  // https://github.com/fernet/spec
  { tool: 'Fernet', value: /^gAAAAA[\w-]{50,}=*$/, command: 'Fernet(KEY).encrypt' },
  {
    tool: 'AWS KMS',
    value: /^AQICA[\w+/]{60,}=*$/,
    command:
      'aws kms encrypt --key-id KEY --plaintext fileb:///dev/stdin --query CiphertextBlob --output text',
  },
  {
    tool: 'Cloud KMS',
    value: /^CiQA[\w+/\s]{40,}=*\s*$/,
    command:
      'gcloud kms encrypt --location PLACE --keyring RING --key KEY --plaintext-file=- --ciphertext-file=- | base64 -w0',
  },
  {
    tool: 'Vault',
    value: /^vault:v\d+:/,
    command: 'base64 | vault write -field=ciphertext transit/encrypt/KEY plaintext=-',
  },
  { tool: 'ejson', value: /^EJ\[1:/, command: 'ejson encrypt' },
  { tool: 'WebSphere', value: /^\{(?:xor|aes|hash)\}/, command: 'securityUtility encode --encoding=aes' },
  { tool: 'WebLogic', value: /^\{AES(?:256)?\}/, command: 'java weblogic.security.Encrypt' },
];

/**
 * Values that refer to a secret elsewhere, or are computed when the file is used: a place in a store
 * (`op://`, `ref+vault://`, `vault:secret/…`, `@Microsoft.KeyVault(…)`, an ARN), and templates of Jinja, Helm, ERB,
 * GitHub and Azure.
 */
const references: readonly RegExp[] = [
  /^[a-z][a-z\d+.-]*:\/\//i,
  /^(?:>>)?(?:vault|secretref|secret|ssm|awssm|keyvault|gopass|pass|keepass|bws|arn:aws[\w-]*):./i,
  /^(?:@\w[\w.]*|\$|\$\$|!\w+ )\(.*\)$/s,
  /^\$?\{\{(?!\W*(?:your|enter|insert|votre)).*\}\}$/is,
  /^<%=?.*%>$/s,
  /^#\{.*\}#?$/s,
  /^<(?:path|vault):.*>$/,
  /^projects\/[^/]+\/secrets\//,
];

/** Whether a value refers to a secret that the file's reader takes from elsewhere. */
export function isReference(value: string): boolean {
  return references.some((pattern) => pattern.test(value.trim()));
}

/** Several settings in one value, as `Environment=NAME=…` of systemd and `environment=` of Supervisor have them. */
const assignment = /^["']?[A-Za-z_]\w*=(?!=*["']?$)/;

/**
 * Refuses to replace a value that another tool encrypts, as the key would be in clear, or one that refers to a key elsewhere.
 *
 * @throws Refusal `target-encrypted`, `entry-reference`, `entry-other-form`
 */
export function refuseForeignValue(file: string, { address, line, value }: Entry): void {
  if (value === undefined) return;
  const encryption = encryptions.find((each) => each.value.test(value.trim()));
  if (encryption) {
    const { tool, command } = encryption;
    throw new Refusal('target-encrypted', { file, tool, command });
  }
  if (assignment.test(value)) throw new Refusal('entry-other-form', { file, line, address });
  if (isReference(value)) throw new Refusal('entry-reference', { file, line, address });
}
