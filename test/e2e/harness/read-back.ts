import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { parse } from 'yaml';
import type { SampleValues } from './sample-project.ts';

type Read = { readonly [Name in keyof SampleValues]?: SampleValues[Name] | undefined };

/** Reads the sample project as the programs that it belongs to would: each file by its reader's own rules. */
export const readers = {
  '.env by dotenv': (project: string): Read => {
    const { PAYLINE_MERCHANT_ID, PAYLINE_ACCESS_KEY, PAYLINE_ENVIRONMENT } = dotenv.parse(
      readFileSync(join(project, '.env')),
    );
    return { merchantId: PAYLINE_MERCHANT_ID, accessKey: PAYLINE_ACCESS_KEY, word: PAYLINE_ENVIRONMENT };
  },
  'config/payline.yaml by yaml': (project: string): Read => {
    const { payline } = parse(readFileSync(join(project, 'config/payline.yaml'), 'utf8'));
    return { merchantId: payline.merchant_id, accessKey: payline.access_key };
  },
  'lib/CONFIG.php by php': (project: string): Read => {
    const program =
      'ob_start(); require $argv[1]; ob_end_clean(); echo json_encode(["merchantId" => MERCHANT_ID, "accessKey" => ACCESS_KEY, "reference" => ACCESS_KEY_REF, "word" => ENVIRONMENT]);';
    const { stdout } = spawnSync('php', ['-n', '-r', program, join(project, 'lib/CONFIG.php')], {
      encoding: 'utf8',
    });
    return JSON.parse(stdout);
  },
};
