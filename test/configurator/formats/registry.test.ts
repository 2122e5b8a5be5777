import { describe, expect, it } from 'vitest';
import {
  formatNames,
  formatOfFile,
  isFormatName,
  loadFormat,
} from '../../../configurator/formats/registry.ts';

describe('a file name', () => {
  it.each([
    ['.env', 'env'],
    ['config/.env.local', 'env'],
    ['deploy\\prod.env', 'env'],
    ['shop/settings.py', 'python'],
    ['src/payline.js', 'script'],
    ['next.config.mjs', 'script'],
    ['config.d.cts', 'script'],
    ['infra/prod.auto.tfvars', 'hcl'],
    ['terraform.tfvars.json', 'json'],
    ['shop.pkrvars.hcl', 'hcl'],
    ['live/prod/terragrunt.hcl', 'hcl'],
    ['nomad/shop.hcl', undefined],
    ['app.tsx', undefined],
    ['payline.properties.xml', 'xml'],
    ['Web.config', 'xml'],
    ['config/application.ini.dist', 'ini'],
    ['setup.cfg', 'ini'],
    ['.envrc', undefined],
    ['env', undefined],
    ['README.md', undefined],
    ['.env/notes', undefined],
  ])('%s means %s', (file, format) => {
    expect(formatOfFile(file)).toBe(format);
  });
});

describe('a format', () => {
  it.each(formatNames)('%s is loaded by its name', async (name) => {
    expect((await loadFormat(name)).name).toBe(name);
  });

  it('has a name of its own, not one that every object has', () => {
    expect(isFormatName('env')).toBe(true);
    expect(isFormatName('constructor')).toBe(false);
  });
});
