import { keepCompiled } from './machine/compiled.ts';

keepCompiled(__dirname);
void import('./native-host/program.ts');
