// Loaded before each file of tests.
import { leaveBrowsers } from './left-browsers.ts';

leaveBrowsers();
