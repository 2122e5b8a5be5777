import { sampled } from '../../sample.ts';

export const browsers = ['chromium', 'firefox'] as const;

/**
 * Where a test runs that says the same of both browsers: in one of them, as the seed chooses; in both where sweeps are whole.
 *
 * @param test two tests need not run in the same one
 */
export function oneBrowser(test: string) {
  return sampled(browsers, 1, `the browser of ${test}`);
}
