import type { Dialect } from './dialect.ts';
import { bash } from './dialects/bash.ts';
import { compose } from './dialects/compose.ts';
import { docker } from './dialects/docker.ts';
import { dotenv, dotenvx } from './dialects/dotenv.ts';
import { phpdotenv } from './dialects/phpdotenv.ts';
import { pythonDotenv } from './dialects/python-dotenv.ts';
import { ruby } from './dialects/ruby.ts';
import { symfony } from './dialects/symfony.ts';

/** Every dialect, by its word in `dialect:`; the first is the default. */
export const dialects: readonly Dialect[] = [
  dotenv,
  compose,
  docker,
  phpdotenv,
  symfony,
  bash,
  pythonDotenv,
  ruby,
  dotenvx,
];
