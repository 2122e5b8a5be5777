import { keepCompiled } from './machine/compiled.ts';

keepCompiled(__dirname);
void import('./cli/program.ts');
