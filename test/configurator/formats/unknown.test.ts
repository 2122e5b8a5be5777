// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the references of HOCON
import { describe, expect, it, vi } from 'vitest';
import { isFormatName, loadFormat } from '../../../configurator/formats/registry.ts';
import { unknownFormat } from '../../../configurator/formats/unknown.ts';

// Every parser is loaded.
vi.setConfig({ testTimeout: 60_000 });

const codeOf = async (file: string, text: string) => {
  const { code, params } = await unknownFormat(file, Buffer.from(text));
  return [code, params['format'] ?? params['known']];
};

describe('a file without a format', () => {
  it.each([
    ['deploy/nginx.conf', 'location / {\n    fastcgi_param KEY "old";\n}\n', 'format-of-server', 'nginx'],
    ['sites-enabled/shop.conf', 'server {\n  listen 80;\n}\n', 'format-of-server', 'nginx'],
    ['sites-enabled/shop', 'server {\n  listen 80;\n}\n', 'format-of-server', 'nginx'],
    ['public/.htaccess', 'SetEnv PAYLINE_ACCESS_KEY "old"\n', 'format-of-server', 'Apache'],
    [
      '000-default.conf',
      '<VirtualHost *:80>\n  SetEnv KEY old\n</VirtualHost>\n',
      'format-of-server',
      'Apache',
    ],
    ['main.tf', 'variable "x" {}\n', 'format-of-terraform', 'Terraform'],
    ['nomad/shop.hcl', 'job "shop" {\n  env { KEY = "old" }\n}\n', 'format-of-code', 'HCL'],
    ['config/local.neon', 'payline:\n\taccessKey: old\n', 'format-of-code', 'NEON'],
    ['config/initializers/payline.rb', "Payline.key = 'old'\n", 'format-of-code', 'Ruby'],
    ['config.go', 'package config\n\nconst Key = "old"\n', 'format-of-code', 'Go'],
    ['conf/application.conf', 'payline {\n  accessKey = "old"\n}\n', 'format-of-code', 'HOCON'],
    ['conf/application.conf', 'include "base"\npayline.accessKey = ${?KEY}\n', 'format-of-code', 'HOCON'],
    ['Dockerfile', 'FROM node:20\nENV KEY=old\n', 'format-of-image', undefined],
    ['docker/Dockerfile.prod', 'FROM php:8\n', 'format-of-image', undefined],
    ['etc/shop.service', '[Unit]\n\n[Service]\nEnvironment=KEY=old\n', 'format-of-unit', undefined],
    ['shop.service.d/key.conf', '[Service]\nEnvironment=KEY=old\n', 'format-of-unit', undefined],
    ['env.ps1', '$env:KEY = "old"\n', 'format-of-code', 'PowerShell'],
    ['set.bat', 'set KEY=old\n', 'format-of-code', 'Windows batch'],
    ['notes.txt', 'the key is with Anne\n', 'format-none', undefined],
  ])('%s: %s', async (file, text, code, format) => {
    const [said, named] = await codeOf(file, text);
    expect(said).toBe(code);
    if (format) expect(named).toBe(format);
  });
});

describe('the formats that fit a file are named, and each of them reads it', () => {
  it.each([
    ['odoo.conf', '[options]\nadmin_passwd = x\npayline_key = old\n', ['ini']],
    ['php-fpm.d/www.conf', '[www]\nuser = x\nenv[KEY] = old\n', ['ini']],
    ['.envrc', 'export KEY=old\n', ['env']],
    ['settings.local', '{"payline": {"key": "old"}}\n', ['json', 'yaml']],
    ['app.tsx', "export const KEY = 'old';\n", ['script']],
    ['config.phtml', "<?php\ndefine('KEY', 'old');\n", ['php']],
  ])('%s', async (file, text, expected) => {
    const [code, known] = await codeOf(file, text);
    expect(code).toBe('format-unknown');
    const names = String(known).split(', ');
    expect(names).toEqual(expect.arrayContaining(expected));
    for (const name of names) {
      if (!isFormatName(name)) throw new Error(name);
      const format = await loadFormat(name);
      expect(format.read(text, { file, dialect: undefined })).not.toEqual([]);
    }
  });

  it('and never one whose syntax the file does not have', async () => {
    const [, known] = await codeOf('odoo.conf', '[options]\na = b\n');
    expect(String(known).split(', ')).not.toContain('properties');
  });
});
