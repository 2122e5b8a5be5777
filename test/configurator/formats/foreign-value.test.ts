// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the templates of other programs
import { describe, expect, it } from 'vitest';
import { encryptionOf } from '../../../configurator/formats/encrypted-file.ts';
import { refuseForeignValue } from '../../../configurator/formats/foreign-value.ts';
import { refusalOf } from './assign.ts';

const token = 'Ab3'.repeat(30);

describe('a file is known as encrypted by', () => {
  it.each([
    ['SOPS', 'a.json', '{"payline":{"access_key":"x"},"sops":{"version":"3.8.1"}}'],
    ['SOPS', '.env', 'PAYLINE_ACCESS_KEY=x\nsops_version=3.9.0\n'],
    ['SOPS', 'a.ini', '[payline]\nkey = x\n\n[sops]\nmac = x\n'],
    ['Sealed Secrets', 'a.yaml', 'kind: List\nitems:\n  - kind: SealedSecret\n'],
    ['Sealed Secrets', 'a.json', '{"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret"}'],
    ['ejson', 'secrets.json', `{"_public_key": "${'0af3'.repeat(16)}", "key": "EJ[1:a:b:c]"}`],
    ['Symfony', 'config/secrets/prod/prod.list.php', "<?php\n\nreturn ['PAYLINE_ACCESS_KEY' => null];\n"],
    ['Pulumi', 'Pulumi.prod.yaml', 'config:\n  shop:paylineAccessKey:\n    secure: v1:abc:def==\n'],
    ['Travis CI', '.travis.yml', 'env:\n  - secure: "abc"\n'],
    ['Chef', 'data_bags/p/q.json', '{"key": {"encrypted_data": "x", "cipher": "aes-256-gcm"}}'],
    ['Strongbox', 'a.yml', '# STRONGBOX ENCRYPTED RESOURCE ; See x\nabc\n'],
    ['Salt', 'a.yml', '#!yaml|gpg\nkey: |\n  -----BEGIN PGP MESSAGE-----\n'],
    ['OpenPGP', 'a.yml', 'key: |\n  -----BEGIN PGP MESSAGE-----\n'],
    ['age', 'a.yml', 'key: |\n  -----BEGIN AGE ENCRYPTED FILE-----\n'],
    ['OpenSSL', '.env.enc', 'Salted__xyz'],
    ['transcrypt', 'a.yml', 'U2FsdGVkX1+abc\n'],
  ])('%s: %s', (tool, file, text) => {
    expect(encryptionOf(file, Buffer.from(text), 'payline.access_key')?.tool).toBe(tool);
  });

  it('aspnet_regiis, if the section is one that it protects', () => {
    const text =
      '<configuration><appSettings configProtectionProvider="x"><EncryptedData/></appSettings></configuration>';
    const of = (address: string) => encryptionOf('Web.config', Buffer.from(text), address)?.command;
    expect(of('configuration.appSettings.add[@key="K"]/@value')).toContain('-pdf appSettings .');
    expect(of('configuration.connectionStrings.add[@name="K"]/@value')).toBeUndefined();
  });

  it('nothing, where a text only mentions it', () => {
    const text = 'kind: Secret\nstringData:\n  note: see SealedSecret\n  key: x\n# sops is used elsewhere\n';
    expect(encryptionOf('a.yaml', Buffer.from(text), 'stringData.key')).toBeUndefined();
  });

  it('Symfony and Pulumi with a target that takes the key on standard input', () => {
    const of = (file: string, text: string, address: string) =>
      encryptionOf(file, Buffer.from(text), address)?.command;
    expect(of('config/secrets/prod/prod.PAYLINE_ACCESS_KEY.c5ad1f.php', '<?php', '')).toBe(
      'command: [php, bin/console, "secrets:set", "--env=prod", PAYLINE_ACCESS_KEY, "-"]',
    );
    expect(of('Pulumi.prod.yaml', 'encryptionsalt: v1:x\n', 'config."shop:key"')).toBe(
      'command: [pulumi, config, set, --secret, --stack, prod, "shop:key"]',
    );
  });
});

describe('a value', () => {
  const refused = (value: string) =>
    refusalOf(() => refuseForeignValue('a.yml', { address: 'key', line: 2, value }));

  it.each([
    ['Spring Cloud Config', '{cipher}FKSAJDFGYOS8'],
    ['Jasypt', 'ENC(nrmZtkF7T0kjG/VodDvBw93Ct8EgjCA+)'],
    ['OpenSSL', `U2FsdGVkX1+${token}`],
    ['Maven', '{COQLCE6DU6GtcS5P+HZxEcMbBd5Lc2bC=}'],
    ['Mule', '![nHWo5JhNAYM+TzxqeHdRDXx15Q==]'],
    ['Magento', '0:3:S3JhbmRvbWJhc2U2NGNpcGhlcnRleHRoZXJl'],
    ['Laravel', 'eyJpdiI6IkJxYUpuY0E9PSIsInZhbHVlIjoiZm9vIn0='],
    ['Fernet', `gAAAAABw${token}==`],
    ['AWS KMS', `AQICAHh${token}==`],
    ['Cloud KMS', `CiQAgf4u${token}\n${token}`],
    ['Vault', 'vault:v1:abc=='],
    ['ejson', 'EJ[1:a:b:c]'],
    ['WebSphere', '{xor}Lz4sLCg='],
    ['WebLogic', '{AES}abc='],
    ['ASP.NET Data Protection', `CfDJ8${token}`],
    ['DPAPI', 'AQAAANCMnd8BFdERjHoAwE/Cl+s='],
  ])('is known as encrypted by %s', (tool, value) => {
    const [code, params] = refused(value);
    expect([code, params['tool']]).toEqual(['target-encrypted', tool]);
  });

  it.each([
    'op://Shop/Payline/access_key',
    'ref+vault://secret/payline#/access_key',
    'vault:secret/data/payline#access_key',
    '>>vault:secret/data/payline#access_key',
    '@Microsoft.KeyVault(SecretUri=https://v.example/secrets/payline)',
    'arn:aws:secretsmanager:eu-west-3:1:secret:payline',
    '{{resolve:secretsmanager:payline:SecretString:access_key}}',
    'projects/p/secrets/payline/versions/latest',
    'secretref:payline-access-key',
    '{{ payline_access_key }}',
    '{{ .Values.payline.accessKey | quote }}',
    "<%= ENV['PAYLINE_ACCESS_KEY'] %>",
    '${{ secrets.PAYLINE_ACCESS_KEY }}',
    '$(paylineAccessKey)',
    '#{PaylineAccessKey}#',
    '<path:secret/data/payline#access_key>',
  ])('%s says where the key is', (value) => {
    expect(refused(value)).toEqual(['entry-reference', { file: 'a.yml', line: 2, address: 'key' }]);
  });

  it.each(['PAYLINE_ACCESS_KEY=old', '"KEY=old" "B=c"', 'KEY="old",B="c"'])(
    '%s is several settings',
    (value) => {
      expect(refused(value)[0]).toBe('entry-other-form');
    },
  );

  it.each([
    '',
    'cGF5bGluZQ==',
    'Zq7RtY2uPw9LkXc4VbN8',
    '17626983201234',
    '<your key>',
    '{{YOUR_KEY}}',
    '[access-key]',
    '__KEY__',
  ])('%s is one, or none yet', (value) => {
    expect(() => refuseForeignValue('a.yml', { address: 'key', line: 2, value })).not.toThrow();
  });
});
