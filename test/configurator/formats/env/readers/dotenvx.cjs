// Reads the texts of a JSON array with dotenvx; prints what each holds. It finds no program that a text may name.
const { readFileSync } = require('node:fs');
const { parse } = require('@dotenvx/dotenvx');

/** @type {string[]} */
const texts = JSON.parse(readFileSync(0, 'utf8'));
const processEnv = { PATH: '/nonexistent' };
process.stdout.write(JSON.stringify(texts.map((text) => parse(text, { processEnv }))));
