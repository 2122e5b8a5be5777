// Reads the texts of a JSON array with dotenvx; prints what each holds. It finds no program that a text may name.
const { readFileSync } = require('node:fs');
const { parse, setLogLevel } = require('@dotenvx/dotenvx');

process.env.PATH = '';
setLogLevel({ quiet: true });
const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(
  JSON.stringify(texts.map((text) => parse(text, { processEnv: {}, ignore: ['MISSING_PRIVATE_KEY'] }))),
);
