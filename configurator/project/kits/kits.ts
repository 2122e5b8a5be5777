import { paylineDotnet, paylineJava } from './java-and-dotnet.ts';
import type { Kit } from './kit.ts';
import { monextCommercetools, monextSalesforce } from './monext.ts';
import { izend, paylinePhp, rimitiPayline, sab91Payline, thelia1, zf2Payline } from './php.ts';
import { djangoPayline, pythonPayline } from './python.ts';
import { lolautruchePaylineBundle, pxcorePayline } from './symfony.ts';

/** Every known kit. */
export const kits: readonly Kit[] = [
  paylinePhp,
  paylineJava,
  paylineDotnet,
  monextCommercetools,
  monextSalesforce,
  lolautruchePaylineBundle,
  pxcorePayline,
  zf2Payline,
  thelia1,
  izend,
  djangoPayline,
  pythonPayline,
  rimitiPayline,
  sab91Payline,
];
