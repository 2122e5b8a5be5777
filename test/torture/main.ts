// `npm run torture`: attacks the writer in many ways, and reports how often a promise was broken.
import { thorough } from './attacks.ts';
import { type Outcome, report } from './outcome.ts';

const outcomes: Outcome[] = [];
for (const attack of thorough) {
  const start = performance.now();
  const outcome = await attack();
  outcomes.push(outcome);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const verdict = outcome.broken.length === 0 ? 'held' : `BROKEN ${outcome.broken.length} times`;
  process.stdout.write(`${outcome.attack}: ${outcome.tries} tries in ${seconds} s, ${verdict}\n`);
}
process.stdout.write(`\n${report(outcomes)}\n`);
process.exitCode = outcomes.every(({ broken }) => broken.length === 0) ? 0 : 1;
